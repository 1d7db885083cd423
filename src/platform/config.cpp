#include "platform/config.hpp"

#include <algorithm>
#include <sstream>

#include <toml++/toml.h>

#include "base/text.hpp"
#include "platform/meta_text.hpp"

namespace config {

namespace {

char upper(char letter) {
    return letter >= 'a' && letter <= 'z' ? static_cast<char>(letter - 'a' + 'A') : letter;
}

// Fills one setting from texts; more than one only for a list.
std::optional<base::FieldError> fill_setting(meta::Field const& field, void* settings,
                                             std::vector<std::string> const& texts) {
    auto const* type = field.type;
    auto* where = field.of(settings);
    if (type->kind != meta::Kind::list) {
        if (texts.size() != 1) return base::FieldError{"", "type", {{"expected", "one value"}}};
        return meta::fill(*type, where, texts.front(), meta::bounds_of(field.limit));
    }
    type->clear(where);
    for (auto const& text : texts)
        if (auto wrong = meta::fill(*type->element, type->add(where), text, meta::item_bounds_of(field.limit)))
            return wrong;
    return meta::check_count(texts.size(), meta::bounds_of(field.limit));
}

class Reader {
  public:
    Reader(meta::Type const& type, void* settings) : type_(type), settings_(settings) {}

    void take(std::string_view name, std::vector<std::string> const& texts, char const* source) {
        auto const* field = type_.find_field(name);
        if (field == nullptr)
            refuse(name, {"", "unknown", {}}, source);
        else if (auto wrong = fill_setting(*field, settings_, texts))
            refuse(name, std::move(*wrong), source);
    }
    void take_line(std::string_view name, std::string const& text, char const* source) {
        auto const* field = type_.find_field(name);
        bool is_list = field != nullptr && field->type->kind == meta::Kind::list;
        if (!is_list) return take(name, {text}, source);
        std::vector<std::string> parts;
        for (auto const& part : base::split(text, ','))
            if (auto trimmed = base::trim(part); !trimmed.empty()) parts.push_back(trimmed);
        take(name, parts, source);
    }
    std::vector<base::FieldError> errors;

  private:
    void refuse(std::string_view name, base::FieldError error, char const* source) {
        error.pointer = "/" + std::string(name);
        error.params["source"] = source;
        errors.push_back(std::move(error));
    }

    meta::Type const& type_;
    void* settings_;
};

std::string text_of_node(toml::node const& node) {
    if (auto const* text = node.as_string()) return text->get();
    std::ostringstream written;
    node.visit([&](auto const& value) {
        if constexpr (toml::is_value<decltype(value)>) written << value;
    });
    return written.str();
}

std::vector<std::string> texts_of_node(toml::node const& node) {
    std::vector<std::string> texts;
    if (auto const* list = node.as_array())
        for (auto const& item : *list) texts.push_back(text_of_node(item));
    else
        texts.push_back(text_of_node(node));
    return texts;
}

std::string default_text(meta::Type const& type, void const* where) {
    if (type.kind != meta::Kind::list) return meta::text_of(type, where);
    std::vector<std::string> parts;
    for (std::size_t i = 0; i < type.count(where); ++i)
        parts.push_back(meta::text_of(*type.element, type.item(where, i)));
    return base::join(parts, ",");
}

}  // namespace

std::string variable_of(std::string_view field) {
    std::string name = "OBVERSE_";
    for (char letter : field) name += upper(letter);
    return name;
}

std::string flag_of(std::string_view field) {
    std::string flag = "--" + std::string(field);
    std::ranges::replace(flag, '_', '-');
    return flag;
}

base::Result<bool> read(meta::Type const& type, void* settings, Sources const& sources) {
    Reader reader(type, settings);
    if (sources.file) {
        try {
            for (auto const& [key, node] : toml::parse(*sources.file))
                reader.take(key.str(), texts_of_node(node), "file");
        } catch (toml::parse_error const& wrong) {
            // The library speaks by exception; a person's typing mistake is a refusal.
            return base::invalid("/config", "file", {{"line", std::to_string(wrong.source().begin.line)}});
        }
    }
    if (sources.environment)
        for (auto const& field : type.fields)
            if (auto text = sources.environment(variable_of(field.name)))
                reader.take_line(field.name, *text, "environment");
    for (auto const& [name, text] : sources.flags) reader.take_line(name, text, "flag");
    if (!reader.errors.empty()) return base::invalid(std::move(reader.errors));
    return true;
}

std::string sentence(base::Refusal const& refusal) {
    std::string text;
    for (auto const& error : refusal.errors) {
        if (!text.empty()) text += '\n';
        if (!error.pointer.empty()) text.append(error.pointer.substr(1)).append(": ");
        text.append(error.code);
        for (auto const& [key, value] : error.params) text.append(", ").append(key).append(" ").append(value);
    }
    return text.empty() ? refusal.detail : text;
}

std::string table(meta::Type const& type, void const* defaults) {
    std::string text = "| setting | environment | flag | default | meaning |\n| --- | --- | --- | --- | --- |\n";
    for (auto const& field : type.fields) {
        auto preset = default_text(*field.type, field.of(defaults));
        text.append("| `").append(field.name).append("` | `").append(variable_of(field.name)).append("` | `");
        text.append(flag_of(field.name)).append("` | ").append(preset.empty() ? "" : "`" + preset + "`").append(" | ");
        text.append(field.limit == nullptr ? "" : field.limit->words).append(" |\n");
    }
    return text;
}

}  // namespace config

#include "platform/json.hpp"

#include <array>
#include <charconv>

#include "platform/meta_text.hpp"

namespace json {

namespace {

using meta::Kind;

void write_escaped(std::string& out, unsigned char letter) {
    constexpr std::string_view kHex = "0123456789abcdef";
    switch (letter) {
        case '"':
            out += "\\\"";
            return;
        case '\\':
            out += "\\\\";
            return;
        case '\n':
            out += "\\n";
            return;
        case '\r':
            out += "\\r";
            return;
        case '\t':
            out += "\\t";
            return;
        default:
            out.append("\\u00").append(1, kHex[letter >> 4U]).append(1, kHex[letter & 15U]);
    }
}

bool needs_escape(char letter) {
    return static_cast<unsigned char>(letter) < 0x20 || letter == '"' || letter == '\\';
}

void write_number(std::string& out, std::int64_t number) {
    std::array<char, 24> digits{};
    out.append(digits.data(), std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr);
}

void write_structure(std::string& out, meta::Type const& type, void const* object) {
    char separator = '{';
    for (auto const& field : type.fields) {
        auto const* value = field.of(object);
        if (field.type->kind == Kind::patch && field.type->is_absent(value)) continue;
        out += separator;
        separator = ',';
        out.append(1, '"').append(field.name).append("\":");
        write(out, *field.type, value);
    }
    if (separator == '{') out += '{';
    out += '}';
}

void write_list(std::string& out, meta::Type const& type, void const* list) {
    out += '[';
    for (std::size_t i = 0, count = type.count(list); i < count; ++i) {
        if (i > 0) out += ',';
        write(out, *type.element, type.item(list, i));
    }
    out += ']';
}

struct MapWriter {
    std::string* out;
    meta::Type const* element;
    bool first = true;
};

void write_map(std::string& out, meta::Type const& type, void const* map) {
    MapWriter writer{&out, type.element};
    out += '{';
    type.each(map, &writer, [](void* context, std::string_view key, void const* value) {
        auto& to = *static_cast<MapWriter*>(context);
        if (!std::exchange(to.first, false)) *to.out += ',';
        write_text(*to.out, key);
        *to.out += ':';
        write(*to.out, *to.element, value);
    });
    out += '}';
}

}  // namespace

void write_text(std::string& out, std::string_view text) {
    out += '"';
    std::size_t plain = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (!needs_escape(text[i])) continue;
        out.append(text.substr(plain, i - plain));
        write_escaped(out, static_cast<unsigned char>(text[i]));
        plain = i + 1;
    }
    out.append(text.substr(plain)).append(1, '"');
}

void write(std::string& out, meta::Type const& type, void const* value) {
    switch (type.kind) {
        case Kind::boolean:
            out += *static_cast<bool const*>(value) ? "true" : "false";
            return;
        case Kind::int32:
            write_number(out, *static_cast<std::int32_t const*>(value));
            return;
        case Kind::int64:
            write_number(out, *static_cast<std::int64_t const*>(value));
            return;
        case Kind::real:
            out += meta::text_of(type, value);
            return;
        case Kind::text:
            write_text(out, *static_cast<std::string const*>(value));
            return;
        case Kind::json:
            out += static_cast<meta::Json const*>(value)->text;
            return;
        case Kind::optional:
        case Kind::patch:
            if (type.count(value) == 0)
                out += "null";
            else
                write(out, *type.element, type.item(value, 0));
            return;
        case Kind::list:
            write_list(out, type, value);
            return;
        case Kind::map:
            write_map(out, type, value);
            return;
        case Kind::structure:
            write_structure(out, type, value);
            return;
        default:
            out.append(1, '"').append(meta::text_of(type, value)).append(1, '"');
    }
}

std::string write(meta::Type const& type, void const* value) {
    std::string out;
    write(out, type, value);
    return out;
}

std::string pointer_step(std::string_view key) {
    std::string step = "/";
    for (char letter : key) {
        if (letter == '~')
            step += "~0";
        else if (letter == '/')
            step += "~1";
        else
            step += letter;
    }
    return step;
}

}  // namespace json

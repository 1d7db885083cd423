#include "platform/http/message.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "platform/meta_text.hpp"

namespace http {

namespace {

constexpr std::array<std::pair<Method, std::string_view>, 6> kMethods{{{Method::get, "GET"},
                                                                       {Method::head, "HEAD"},
                                                                       {Method::post, "POST"},
                                                                       {Method::put, "PUT"},
                                                                       {Method::patch, "PATCH"},
                                                                       {Method::remove, "DELETE"}}};

char lower_letter(char letter) {
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}

std::string_view without_blanks(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
    return text;
}

int hex_digit(char letter) {
    if (letter >= '0' && letter <= '9') return letter - '0';
    auto small = lower_letter(letter);
    return small >= 'a' && small <= 'f' ? small - 'a' + 10 : -1;
}

std::optional<std::string> decode(std::string_view text) {
    std::string plain;
    plain.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '%') {
            plain += text[i] == '+' ? ' ' : text[i];
            continue;
        }
        if (i + 2 >= text.size()) return std::nullopt;
        int high = hex_digit(text[i + 1]);
        int low = hex_digit(text[i + 2]);
        if (high < 0 || low < 0) return std::nullopt;
        plain += static_cast<char>(high * 16 + low);
        i += 2;
    }
    if (!base::is_valid_utf8(plain)) return std::nullopt;
    return plain;
}

void fill_parameter(meta::Field const& field, void* object, std::string_view text,
                    std::vector<base::FieldError>& errors) {
    auto const* type = field.type;
    auto* where = field.of(object);
    auto bounds = meta::bounds_of(field.limit);
    if (type->may_be_absent()) {
        where = type->add(where);
        type = type->element;
    }
    if (type->kind == meta::Kind::list) {
        where = type->add(where);
        type = type->element;
        bounds = meta::item_bounds_of(field.limit);
    }
    if (auto wrong = meta::fill(*type, where, text, bounds)) {
        wrong->pointer = "/" + std::string(field.name);
        errors.push_back(std::move(*wrong));
    }
}

}  // namespace

std::string_view name_of(Method method) {
    return std::ranges::find(kMethods, method, &std::pair<Method, std::string_view>::first)->second;
}

std::optional<Method> parse_method(std::string_view name) {
    auto const* at = std::ranges::find(kMethods, name, &std::pair<Method, std::string_view>::second);
    if (at == kMethods.end()) return std::nullopt;
    return at->first;
}

bool equal_without_case(std::string_view one, std::string_view other) {
    return std::ranges::equal(one, other, {}, lower_letter, lower_letter);
}

void Headers::set(std::string name, std::string value) {
    std::erase_if(all_, [&](Header const& header) { return equal_without_case(header.name, name); });
    add(std::move(name), std::move(value));
}

std::optional<std::string_view> Headers::find(std::string_view name) const {
    auto at = std::ranges::find_if(all_, [&](Header const& header) { return equal_without_case(header.name, name); });
    if (at == all_.end()) return std::nullopt;
    return at->value;
}

std::size_t Headers::count(std::string_view name) const {
    return static_cast<std::size_t>(
        std::ranges::count_if(all_, [&](Header const& header) { return equal_without_case(header.name, name); }));
}

std::optional<std::string_view> Request::cookie(std::string_view name) const {
    for (auto const& header : headers.all()) {
        if (!equal_without_case(header.name, "cookie")) continue;
        std::string_view rest = header.value;
        while (!rest.empty()) {
            auto end = std::min(rest.find(';'), rest.size());
            auto pair = without_blanks(rest.substr(0, end));
            rest.remove_prefix(std::min(end + 1, rest.size()));
            auto equals = pair.find('=');
            if (equals != std::string_view::npos && pair.substr(0, equals) == name) return pair.substr(equals + 1);
        }
    }
    return std::nullopt;
}

std::optional<std::string_view> Request::parameter(std::string_view name) const {
    auto at = std::ranges::find(parameters, name, &Pairs::value_type::first);
    if (at == parameters.end()) return std::nullopt;
    return at->second;
}

std::string Request::content_type() const {
    return media_type(header("content-type").value_or(""));
}

std::string media_type(std::string_view content_type) {
    std::string type(without_blanks(content_type.substr(0, content_type.find(';'))));
    std::ranges::transform(type, type.begin(), lower_letter);
    return type;
}

Response json(std::string body, int status) {
    Response response{.status = status};
    response.content_type = "application/json";
    response.body = std::move(body);
    return response;
}

Response text(std::string body, int status) {
    Response response{.status = status};
    response.content_type = "text/plain; charset=utf-8";
    response.body = std::move(body);
    return response;
}

Response nothing() {
    Response response{.status = 204};
    return response;
}

std::optional<Pairs> parse_query(std::string_view text) {
    Pairs pairs;
    while (!text.empty()) {
        auto end = std::min(text.find('&'), text.size());
        auto pair = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (pair.empty()) continue;
        auto equals = std::min(pair.find('='), pair.size());
        auto key = decode(pair.substr(0, equals));
        auto value = decode(pair.substr(std::min(equals + 1, pair.size())));
        if (!key || !value) return std::nullopt;
        pairs.emplace_back(std::move(*key), std::move(*value));
    }
    return pairs;
}

base::Result<bool> read_query(meta::Type const& type, void* value, Pairs const& query) {
    std::vector<base::FieldError> errors;
    std::vector<std::size_t> counts(type.fields.size());
    for (auto const& [key, text] : query) {
        auto const* field = type.find_field(key);
        if (field == nullptr) {
            errors.push_back({"/" + key, "unknown", {}});
            continue;
        }
        auto& count = counts[static_cast<std::size_t>(field - type.fields.data())];
        if (count++ > 0 && field->type->bare().kind != meta::Kind::list)
            errors.push_back({"/" + key, "twice", {}});
        else
            fill_parameter(*field, value, text, errors);
    }
    for (std::size_t i = 0; i < counts.size(); ++i) {
        auto const& field = type.fields[i];
        if (field.type->bare().kind == meta::Kind::list) {
            if (counts[i] == 0) continue;
            if (auto wrong = meta::check_count(counts[i], meta::bounds_of(field.limit)))
                errors.push_back({"/" + std::string(field.name), wrong->code, wrong->params});
        } else if (counts[i] == 0 && !field.type->may_be_absent()) {
            errors.push_back({"/" + std::string(field.name), "required", {}});
        }
    }
    if (!errors.empty()) return base::invalid(std::move(errors));
    return true;
}

}  // namespace http

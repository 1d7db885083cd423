#include "platform/meta_text.hpp"

#include <charconv>
#include <cmath>
#include <stdexcept>

#include "base/text.hpp"

namespace meta {

namespace {

using Fault = std::optional<base::FieldError>;

Fault fault(std::string code, base::Params params = {}) {
    return base::FieldError{"", std::move(code), std::move(params)};
}

Fault check_range(std::int64_t value, Bounds bounds, char const* below, char const* above) {
    if (value < bounds.least) return fault(below, {{"least", std::to_string(bounds.least)}});
    if (value > bounds.most) return fault(above, {{"most", std::to_string(bounds.most)}});
    return std::nullopt;
}

// Doubles hold every whole number up to here.
constexpr double kExact = 9007199254740992.0;

Fault read_whole(std::string_view text, Whole whole, std::int64_t& value) {
    auto const* end = text.data() + text.size();
    auto [at, error] = std::from_chars(text.data(), end, value);
    if (error == std::errc::result_out_of_range && (at == end || whole == Whole::as_json))
        return fault(text.front() == '-' ? "too_small" : "too_large");
    if (error == std::errc{} && at == end) return std::nullopt;
    if (whole == Whole::in_digits) return fault("type", {{"expected", "whole number"}});
    double real = 0;
    auto [real_at, real_error] = std::from_chars(text.data(), end, real);
    if (real_error != std::errc{} || real_at != end) return fault("type", {{"expected", "whole number"}});
    if (!std::isfinite(real) || std::trunc(real) != real) return fault("type", {{"expected", "whole number"}});
    if (std::abs(real) > kExact) return fault(real < 0 ? "too_small" : "too_large");
    value = static_cast<std::int64_t>(real);
    return std::nullopt;
}

template <class Integer>
Fault fill_integer(void* where, std::string_view text, Bounds bounds, Whole whole) {
    std::int64_t value = 0;
    if (auto wrong = read_whole(text, whole, value)) return wrong;
    bounds.least = std::max<std::int64_t>(bounds.least, std::numeric_limits<Integer>::min());
    bounds.most = std::min<std::int64_t>(bounds.most, std::numeric_limits<Integer>::max());
    if (auto wrong = check_range(value, bounds, "too_small", "too_large")) return wrong;
    *static_cast<Integer*>(where) = static_cast<Integer>(value);
    return std::nullopt;
}

Fault fill_real(void* where, std::string_view text, Bounds bounds) {
    double value = 0;
    auto const* end = text.data() + text.size();
    auto [at, error] = std::from_chars(text.data(), end, value);
    if (error == std::errc::result_out_of_range) return fault("too_large");
    if (error != std::errc{} || at != end || !std::isfinite(value)) return fault("type", {{"expected", "number"}});
    if (bounds.least != kNoLeast && value < static_cast<double>(bounds.least))
        return fault("too_small", {{"least", std::to_string(bounds.least)}});
    if (bounds.most != kNoMost && value > static_cast<double>(bounds.most))
        return fault("too_large", {{"most", std::to_string(bounds.most)}});
    *static_cast<double*>(where) = value;
    return std::nullopt;
}

Fault fill_text(void* where, std::string_view text, Bounds bounds) {
    if (!base::is_valid_utf8(text)) return fault("format", {{"expected", "UTF-8"}});
    if (text.find('\0') != std::string_view::npos) return fault("nul");
    if (auto wrong = check_range(static_cast<std::int64_t>(base::length(text)), bounds, "too_short", "too_long"))
        return wrong;
    *static_cast<std::string*>(where) = text;
    return std::nullopt;
}

Fault fill_bytes(void* where, std::string_view text, Bounds bounds) {
    auto octets = from_base64(text);
    if (!octets) return fault("format", {{"expected", "base64"}});
    if (auto wrong = check_range(static_cast<std::int64_t>(octets->size()), bounds, "too_short", "too_long"))
        return wrong;
    static_cast<Bytes*>(where)->octets = std::move(*octets);
    return std::nullopt;
}

Fault fill_boolean(void* where, std::string_view text) {
    if (text != "true" && text != "false") return fault("type", {{"expected", "true or false"}});
    *static_cast<bool*>(where) = text == "true";
    return std::nullopt;
}

Fault fill_enum(Type const& type, void* where, std::string_view text) {
    if (auto number = type.find_number(text)) {
        type.set_number(where, *number);
        return std::nullopt;
    }
    std::string allowed;
    for (auto const& value : type.values) allowed.append(allowed.empty() ? "" : ", ").append(value.name);
    return fault("enum", {{"allowed", std::move(allowed)}});
}

template <class T, class Parse>
Fault fill_parsed(void* where, std::string_view text, Parse parse, char const* expected) {
    auto value = parse(text);
    if (!value) return fault("format", {{"expected", expected}});
    *static_cast<T*>(where) = *value;
    return std::nullopt;
}

std::string text_of_real(double value) {
    if (!std::isfinite(value)) throw std::logic_error("a number is not finite and cannot be written");
    std::array<char, 32> digits{};
    auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
    return {digits.data(), end};
}

constexpr std::string_view kAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

}  // namespace

Bounds bounds_of(Limit const* limit) {
    return limit == nullptr ? Bounds{} : Bounds{limit->least, limit->most};
}

Bounds item_bounds_of(Limit const* limit) {
    return limit == nullptr ? Bounds{} : Bounds{limit->item_least, limit->item_most};
}

Fault fill(Type const& type, void* where, std::string_view text, Bounds bounds, Whole whole) {
    switch (type.kind) {
        case Kind::boolean:
            return fill_boolean(where, text);
        case Kind::int32:
            return fill_integer<std::int32_t>(where, text, bounds, whole);
        case Kind::int64:
            return fill_integer<std::int64_t>(where, text, bounds, whole);
        case Kind::real:
            return fill_real(where, text, bounds);
        case Kind::text:
            return fill_text(where, text, bounds);
        case Kind::bytes:
            return fill_bytes(where, text, bounds);
        case Kind::enumeration:
            return fill_enum(type, where, text);
        case Kind::id:
            return fill_parsed<base::IdBytes>(where, text, base::from_uuid, "id");
        case Kind::instant:
            return fill_parsed<base::Instant>(where, text, base::parse_instant, "instant");
        case Kind::day:
            return fill_parsed<base::Day>(where, text, base::parse_day, "day");
        default:
            throw std::logic_error("only single values have a text");
    }
}

Fault check_count(std::size_t count, Bounds bounds) {
    return check_range(static_cast<std::int64_t>(count), bounds, "too_short", "too_long");
}

std::string text_of(Type const& type, void const* where) {
    switch (type.kind) {
        case Kind::boolean:
            return *static_cast<bool const*>(where) ? "true" : "false";
        case Kind::int32:
            return std::to_string(*static_cast<std::int32_t const*>(where));
        case Kind::int64:
            return std::to_string(*static_cast<std::int64_t const*>(where));
        case Kind::real:
            return text_of_real(*static_cast<double const*>(where));
        case Kind::text:
            return *static_cast<std::string const*>(where);
        case Kind::bytes:
            return to_base64(static_cast<Bytes const*>(where)->octets);
        case Kind::enumeration:
            return std::string(name_in(type, type.number(where)));
        case Kind::id:
            return base::to_uuid(*static_cast<base::IdBytes const*>(where));
        case Kind::instant:
            return base::to_text(*static_cast<base::Instant const*>(where));
        case Kind::day:
            return base::to_text(*static_cast<base::Day const*>(where));
        default:
            throw std::logic_error("only single values have a text");
    }
}

std::string to_base64(std::span<std::uint8_t const> octets) {
    std::string text;
    text.reserve((octets.size() + 2) / 3 * 4);
    for (std::size_t i = 0; i < octets.size(); i += 3) {
        auto left = std::min<std::size_t>(3, octets.size() - i);
        std::uint32_t group = 0;
        for (std::size_t k = 0; k < 3; ++k) group = group << 8U | (k < left ? octets[i + k] : 0U);
        for (std::size_t k = 0; k < 4; ++k) text += k > left ? '=' : kAlphabet[group >> (18U - 6U * k) & 63U];
    }
    return text;
}

std::optional<std::vector<std::uint8_t>> from_base64(std::string_view text) {
    if (text.size() % 4 != 0) return std::nullopt;
    std::size_t padding = text.ends_with("==") ? 2 : text.ends_with('=') ? 1 : 0;
    std::vector<std::uint8_t> octets;
    octets.reserve(text.size() / 4 * 3);
    std::uint32_t group = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        auto digit = i >= text.size() - padding ? 0 : kAlphabet.find(text[i]);
        if (digit == std::string_view::npos) return std::nullopt;
        group = group << 6U | static_cast<std::uint32_t>(digit);
        if (i % 4 != 3) continue;
        for (auto shift : {16U, 8U, 0U}) octets.push_back(static_cast<std::uint8_t>(group >> shift & 255U));
        group = 0;
    }
    octets.resize(octets.size() - padding);
    // One text per value: the bits that padding drops must be zero.
    if (to_base64(octets) != text) return std::nullopt;
    return octets;
}

}  // namespace meta

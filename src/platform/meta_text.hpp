#pragma once
// Single values as text: what JSON strings, query parameters, settings and CSV cells have in common.

#include <optional>
#include <string>
#include <string_view>

#include "base/refusal.hpp"
#include "platform/meta.hpp"

namespace meta {

struct Bounds {
    std::int64_t least = kNoLeast;
    std::int64_t most = kNoMost;
};

Bounds bounds_of(Limit const* limit);
// Of what stands inside a list or map.
Bounds item_bounds_of(Limit const* limit);

// How a whole number may be written: in digits alone, or as any number of JSON's that is whole ("1.0", "1e3").
enum class Whole { in_digits, as_json };

// Fills a value of a kind that holds exactly one thing (not optional, patch, list, map, json or structure) from its
// text: numbers in decimal, `true` and `false`, ids as UUID, instants as RFC 3339,
// days as ISO dates, bytes as base64. What is wrong comes back without a pointer, and nothing is filled then: type,
// format, enum, nul, too_short, too_long, too_small, too_large.
std::optional<base::FieldError> fill(Type const& type, void* where, std::string_view text, Bounds bounds,
                                     Whole whole = Whole::in_digits);

// Checks what `fill` checks after conversion, for a count of things.
std::optional<base::FieldError> check_count(std::size_t count, Bounds bounds);

// The text that `fill` reads back.
std::string text_of(Type const& type, void const* where);

std::string to_base64(std::span<std::uint8_t const> octets);
// Standard alphabet, padded; nothing else.
std::optional<std::vector<std::uint8_t>> from_base64(std::string_view text);

}  // namespace meta

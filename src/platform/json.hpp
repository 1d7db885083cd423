#pragma once
// JSON in and out of described structs (platform/meta.hpp); nobody writes JSON by hand.
//
// Writing: every key of a struct is there, `null` when empty (an absent meta::Patch is left out). Reading: text must
// be UTF-8 without NUL; keys nobody described and keys given twice are refused; whole numbers are exact. Bad syntax is
// one refusal (malformed: malformed_json, duplicate_key), wrong fields are one refusal with all of them (invalid), each
// a JSON pointer with a code: required, type, unknown, too_short, too_long, too_small, too_large, enum, format, nul.

#include <string>
#include <string_view>

#include "base/result.hpp"
#include "platform/meta.hpp"

namespace json {

void write(std::string& out, meta::Type const& type, void const* value);
std::string write(meta::Type const& type, void const* value);
// In quotes, escaped.
void write_text(std::string& out, std::string_view text);

template <class T>
std::string write(T const& value) {
    return write(meta::of<T>(), &value);
}

struct ReadLimits {
    std::size_t depth = 32;
    std::size_t octets = std::size_t{16} << 20U;
    // More wrong fields than this are not listed.
    std::size_t errors = 100;
};

// Fills `value`, which must be fresh.
base::Result<bool> read(meta::Type const& type, void* value, std::string_view text, ReadLimits const& limits = {});

template <class T>
base::Result<T> read(std::string_view text, ReadLimits const& limits = {}) {
    T value{};
    TRY_VOID(read(meta::of<T>(), &value, text, limits));
    return value;
}

// "a/b~c" as one step of an RFC 6901 pointer, with the slash in front.
std::string pointer_step(std::string_view key);

}  // namespace json

#pragma once
// One argument of a statement. A Value may point into the argument it was made from, so it lives no longer.

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "base/id.hpp"
#include "base/time.hpp"
#include "platform/meta.hpp"

namespace db {

struct Value {
    // What the column is; it is known for NULL too, so that `$1 IS NULL` has a type on PostgreSQL.
    enum class Kind : char { boolean = 'b', integer = 'i', real = 'r', text = 't', id = 'u', bytes = 'x' };

    Kind kind;
    bool is_null = false;
    std::int64_t integer = 0;  // booleans are 0 and 1
    double real = 0;
    std::string_view text = {};
    std::string own_text = {};  // days, which have no text of their own
    base::IdBytes id = {};
    std::span<std::uint8_t const> bytes = {};

    [[nodiscard]] std::string_view as_text() const { return own_text.empty() ? text : own_text; }
};

template <class T>
struct ValueOf {
    static Value make(T const& argument) {
        if constexpr (std::is_same_v<T, bool>) {
            return {.kind = Value::Kind::boolean, .integer = argument ? 1 : 0};
        } else if constexpr (std::is_enum_v<T>) {
            return {.kind = Value::Kind::text, .text = meta::name_of(argument)};
        } else if constexpr (std::is_integral_v<T>) {
            static_assert(std::is_signed_v<T> || sizeof(T) < sizeof(std::int64_t),
                          "a database has no unsigned 64 bits");
            return {.kind = Value::Kind::integer, .integer = static_cast<std::int64_t>(argument)};
        } else if constexpr (std::is_floating_point_v<T>) {
            return {.kind = Value::Kind::real, .real = static_cast<double>(argument)};
        } else {
            static_assert(std::is_convertible_v<T const&, std::string_view>, "not an argument a statement can take");
            return {.kind = Value::Kind::text, .text = std::string_view(argument)};
        }
    }
};
template <class Tag>
struct ValueOf<base::Id<Tag>> {
    static Value make(base::Id<Tag> const& id) { return {.kind = Value::Kind::id, .id = id.bytes}; }
};
template <>
struct ValueOf<base::Instant> {
    static Value make(base::Instant at) { return {.kind = Value::Kind::integer, .integer = at.microseconds}; }
};
template <>
struct ValueOf<base::Day> {
    static Value make(base::Day day) { return {.kind = Value::Kind::text, .own_text = to_text(day)}; }
};
template <>
struct ValueOf<meta::Bytes> {
    static Value make(meta::Bytes const& bytes) { return {.kind = Value::Kind::bytes, .bytes = bytes.octets}; }
};
template <>
struct ValueOf<meta::Json> {
    static Value make(meta::Json const& json) { return {.kind = Value::Kind::text, .text = json.text}; }
};
template <class T>
struct ValueOf<std::optional<T>> {
    static Value make(std::optional<T> const& argument) {
        if (argument) return ValueOf<T>::make(*argument);
        auto none = ValueOf<T>::make(some());
        none.is_null = true;
        return none;
    }

  private:
    // Only its kind is looked at.
    static T const& some() {
        static T const value = [] {
            if constexpr (std::is_enum_v<T>)
                return static_cast<T>(meta::of<T>().values.front().number);
            else
                return T{};
        }();
        return value;
    }
};

template <class T>
Value to_value(T const& argument) {
    if constexpr (std::is_convertible_v<T const&, std::string_view>)
        return ValueOf<std::string_view>::make(argument);
    else
        return ValueOf<T>::make(argument);
}

}  // namespace db

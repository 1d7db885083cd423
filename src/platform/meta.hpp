#pragma once
// What a struct is made of, said once. BOOST_DESCRIBE_STRUCT gives every described struct one static, type-erased
// table; reading and writing JSON, the OpenAPI schema and the rows of the database are ordinary functions over it,
// compiled once.
//
//   struct NewPerson { std::string name; std::optional<std::string> email; Level level; };
//   BOOST_DESCRIBE_STRUCT(NewPerson, (), (name, email, level))
//   template <> inline constexpr auto meta::limits<NewPerson> = std::array{
//       meta::Limit{"name", 1, 200, "Name as the person wants to be called"}, meta::Limit{"email", 3, 254}};
//
// Fields may be: bool, std::int32_t, std::int64_t, double, std::string, described enums (stored and sent by name),
// base::Id<Tag>, base::Instant, base::Day, meta::Bytes, meta::Json, std::optional<T>, meta::Patch<T>,
// std::vector<T>, std::map<std::string, T> and described structs.

#include <array>
#include <cstdint>
#include <limits>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include <boost/describe.hpp>
#include <boost/mp11/algorithm.hpp>

#include "base/id.hpp"
#include "base/time.hpp"

namespace meta {

// Octets: BLOB or BYTEA in the database, base64 in JSON.
struct Bytes {
    std::vector<std::uint8_t> octets;

    auto operator<=>(Bytes const&) const = default;
};

// One JSON value as text, whatever its shape; always valid JSON. Written as it is.
struct Json {
    std::string text = "null";

    auto operator<=>(Json const&) const = default;
};

// A field of a PATCH: left out (unchanged), null (emptied) or a value.
template <class T>
class Patch {
  public:
    Patch() = default;
    Patch(T value) : sent_(true), value_(std::move(value)) {}

    [[nodiscard]] static Patch null() {
        Patch patch;
        patch.sent_ = true;
        return patch;
    }
    [[nodiscard]] bool is_absent() const { return !sent_; }
    [[nodiscard]] bool is_null() const { return sent_ && !value_; }
    [[nodiscard]] bool has_value() const { return value_.has_value(); }
    [[nodiscard]] T const& value() const { return value_.value(); }
    T& emplace() {
        sent_ = true;
        return value_.emplace();
    }
    // What the field is after the patch.
    [[nodiscard]] std::optional<T> applied_to(std::optional<T> const& current) const {
        return sent_ ? value_ : current;
    }

    bool operator==(Patch const&) const = default;

  private:
    bool sent_ = false;
    std::optional<T> value_;
};

inline constexpr std::int64_t kNoLeast = std::numeric_limits<std::int64_t>::min();
inline constexpr std::int64_t kNoMost = std::numeric_limits<std::int64_t>::max();

// Bounds, both inclusive, and the words of one field. Text counts code points, bytes octets, lists and maps their
// entries, numbers themselves. `item_*` bound what stands inside a list or map.
struct Limit {
    std::string_view field;
    std::int64_t least = kNoLeast;
    std::int64_t most = kNoMost;
    std::string_view words = "";
    std::int64_t item_least = kNoLeast;
    std::int64_t item_most = kNoMost;
};

// Words without bounds.
constexpr Limit doc(std::string_view field, std::string_view words) {
    return {field, kNoLeast, kNoMost, words};
}

// Specialise per struct; each entry must name a field of it.
template <class T>
inline constexpr auto limits = std::array<Limit, 0>{};

enum class Kind {
    boolean,
    int32,
    int64,
    real,
    text,
    bytes,
    json,
    enumeration,
    id,
    instant,
    day,
    optional,
    patch,
    list,
    map,
    structure,
};

struct Type;

struct Field {
    std::string_view name;
    Type const* type;
    Limit const* limit;  // nullptr when nothing was said
    void* (*in)(void* object);

    [[nodiscard]] void* of(void* object) const { return in(object); }
    // The accessor only computes an address; constness is given back at once.
    [[nodiscard]] void const* of(void const* object) const { return in(const_cast<void*>(object)); }
};

struct Value {
    std::int64_t number;
    std::string_view name;
};

// `element` is what stands inside an optional, patch, list or map.
struct Type {
    Kind kind;
    std::string_view name = "";  // of a struct or enum, without its namespace
    std::span<Field const> fields = {};
    std::span<Value const> values = {};
    Type const* element = nullptr;

    // Enums.
    std::int64_t (*number)(void const* where) = nullptr;
    void (*set_number)(void* where, std::int64_t number) = nullptr;
    // Optionals and patches (0 or 1), lists.
    std::size_t (*count)(void const* where) = nullptr;
    void const* (*item)(void const* where, std::size_t index) = nullptr;
    // Appends a fresh element to a list, or puts one into an optional or patch; the place to fill.
    void* (*add)(void* where) = nullptr;
    // Back to empty; a patch becomes null.
    void (*clear)(void* where) = nullptr;
    bool (*is_absent)(void const* where) = nullptr;  // patches only
    // Maps: the place to fill, nullptr when the key is already there.
    void* (*insert)(void* where, std::string key) = nullptr;
    void (*each)(void const* where, void* context,
                 void (*visit)(void* context, std::string_view key, void const* value)) = nullptr;

    [[nodiscard]] Field const* find_field(std::string_view field_name) const;
    [[nodiscard]] std::optional<std::int64_t> find_number(std::string_view value_name) const;
    // Empty when no enumerator has this number.
    [[nodiscard]] std::string_view find_name(std::int64_t value_number) const;
    // May the field be left out of a request?
    [[nodiscard]] bool may_be_absent() const { return kind == Kind::optional || kind == Kind::patch; }
    // What stands inside, without optional and patch.
    [[nodiscard]] Type const& bare() const { return may_be_absent() ? element->bare() : *this; }
};

template <class T>
struct TypeOf;

template <class T>
inline constexpr Type kType = TypeOf<T>::make();

// The table of T; the same object in the whole program.
template <class T>
constexpr Type const& of() {
    return kType<std::remove_cv_t<T>>;
}

template <class T>
concept DescribedStruct = boost::describe::has_describe_members<T>::value && !std::is_union_v<T>;
template <class T>
concept DescribedEnum = std::is_enum_v<T> && boost::describe::has_describe_enumerators<T>::value;

// The name as stored and as sent. The enumerator must be a described one.
std::string_view name_in(Type const& type, std::int64_t number);

template <DescribedEnum E>
std::string_view name_of(E value) {
    return name_in(of<E>(), static_cast<std::int64_t>(value));
}

template <DescribedEnum E>
std::optional<E> parse(std::string_view name) {
    auto number = of<E>().find_number(name);
    if (!number) return std::nullopt;
    return static_cast<E>(*number);
}

// Below: how the tables are made.

template <class T>
consteval std::string_view short_name() {
    std::string_view text = __PRETTY_FUNCTION__;  // "... [with T = pairing::Agreement; std::string_view = ...]"
    auto begin = text.find("T = ") + 4;
    auto name = text.substr(begin, text.find_first_of(";]", begin) - begin);
    auto colons = name.rfind("::");
    return colons == std::string_view::npos ? name : name.substr(colons + 2);
}

template <Kind kind>
struct Plain {
    static constexpr Type make() { return {.kind = kind}; }
};
template <>
struct TypeOf<bool> : Plain<Kind::boolean> {};
template <>
struct TypeOf<std::int32_t> : Plain<Kind::int32> {};
template <>
struct TypeOf<std::int64_t> : Plain<Kind::int64> {};
template <>
struct TypeOf<double> : Plain<Kind::real> {};
template <>
struct TypeOf<std::string> : Plain<Kind::text> {};
template <>
struct TypeOf<Bytes> : Plain<Kind::bytes> {};
template <>
struct TypeOf<Json> : Plain<Kind::json> {};
template <>
struct TypeOf<base::Instant> : Plain<Kind::instant> {};
template <>
struct TypeOf<base::Day> : Plain<Kind::day> {};
// An id is one IdBytes at its own address, whatever its tag.
template <class Tag>
struct TypeOf<base::Id<Tag>> : Plain<Kind::id> {
    static_assert(std::is_standard_layout_v<base::Id<Tag>> && sizeof(base::Id<Tag>) == sizeof(base::IdBytes));
};

template <DescribedEnum E>
struct TypeOf<E> {
    template <class... D>
    static constexpr auto list_values(boost::mp11::mp_list<D...> /*enumerators*/) {
        return std::array<Value, sizeof...(D)>{Value{static_cast<std::int64_t>(D::value), D::name}...};
    }
    template <template <class...> class L, class... D>
    static constexpr auto values_of(L<D...> /*enumerators*/) {
        return list_values(boost::mp11::mp_list<D...>{});
    }
    static constexpr auto kValues = values_of(boost::describe::describe_enumerators<E>{});

    static constexpr Type make() {
        return {.kind = Kind::enumeration,
                .name = short_name<E>(),
                .values = kValues,
                .number = [](void const* where) { return static_cast<std::int64_t>(*static_cast<E const*>(where)); },
                .set_number = [](void* where, std::int64_t n) { *static_cast<E*>(where) = static_cast<E>(n); }};
    }
};

template <class T>
struct TypeOf<std::optional<T>> {
    using Self = std::optional<T>;
    static constexpr Type make() {
        return {
            .kind = Kind::optional,
            .element = &kType<T>,
            .count = [](void const* where) { return std::size_t{static_cast<Self const*>(where)->has_value()}; },
            .item = [](void const* where, std::size_t) -> void const* { return &**static_cast<Self const*>(where); },
            .add = [](void* where) -> void* { return &static_cast<Self*>(where)->emplace(); },
            .clear = [](void* where) { static_cast<Self*>(where)->reset(); }};
    }
};

template <class T>
struct TypeOf<Patch<T>> {
    using Self = Patch<T>;
    static constexpr Type make() {
        return {.kind = Kind::patch,
                .element = &kType<T>,
                .count = [](void const* where) { return std::size_t{static_cast<Self const*>(where)->has_value()}; },
                .item = [](void const* where, std::size_t) -> void const* {
                    return &static_cast<Self const*>(where)->value();
                },
                .add = [](void* where) -> void* { return &static_cast<Self*>(where)->emplace(); },
                .clear = [](void* where) { *static_cast<Self*>(where) = Self::null(); },
                .is_absent = [](void const* where) { return static_cast<Self const*>(where)->is_absent(); }};
    }
};

template <class T>
struct TypeOf<std::vector<T>> {
    static_assert(!std::is_same_v<T, bool>, "vector<bool> has no addressable elements");
    using Self = std::vector<T>;
    static constexpr Type make() {
        return {.kind = Kind::list,
                .element = &kType<T>,
                .count = [](void const* where) { return static_cast<Self const*>(where)->size(); },
                .item = [](void const* where, std::size_t i) -> void const* {
                    return &(*static_cast<Self const*>(where))[i];
                },
                .add = [](void* where) -> void* { return &static_cast<Self*>(where)->emplace_back(); },
                .clear = [](void* where) { static_cast<Self*>(where)->clear(); }};
    }
};

template <class T>
struct TypeOf<std::map<std::string, T>> {
    using Self = std::map<std::string, T>;
    static constexpr Type make() {
        return {.kind = Kind::map,
                .element = &kType<T>,
                .count = [](void const* where) { return static_cast<Self const*>(where)->size(); },
                .clear = [](void* where) { static_cast<Self*>(where)->clear(); },
                .insert = [](void* where, std::string key) -> void* {
                    auto [at, fresh] = static_cast<Self*>(where)->try_emplace(std::move(key));
                    return fresh ? &at->second : nullptr;
                },
                .each =
                    [](void const* where, void* context, void (*visit)(void*, std::string_view, void const*)) {
                        for (auto const& [key, value] : *static_cast<Self const*>(where)) visit(context, key, &value);
                    }};
    }
};

template <DescribedStruct T>
struct TypeOf<T> {
    static consteval Limit const* limit_of(std::string_view field) {
        for (auto const& limit : limits<T>)
            if (limit.field == field) return &limit;
        return nullptr;
    }
    template <template <class...> class L, class... D>
    static constexpr auto fields_of(L<D...> /*members*/) {
        return std::array<Field, sizeof...(D)>{
            Field{D::name, &kType<std::remove_cvref_t<decltype(std::declval<T&>().*D::pointer)>>, limit_of(D::name),
                  [](void* object) -> void* { return &(static_cast<T*>(object)->*D::pointer); }}...};
    }
    using Members = boost::describe::describe_members<T, boost::describe::mod_public | boost::describe::mod_inherited>;
    static constexpr auto kFields = fields_of(Members{});

    static consteval bool limits_name_fields() {
        for (auto const& limit : limits<T>) {
            bool found = false;
            for (auto const& field : kFields) found = found || field.name == limit.field;
            if (!found) return false;
        }
        return true;
    }

    static constexpr Type make() {
        static_assert(limits_name_fields(), "an entry of meta::limits names no field of this struct");
        return {.kind = Kind::structure, .name = short_name<T>(), .fields = kFields};
    }
};

}  // namespace meta

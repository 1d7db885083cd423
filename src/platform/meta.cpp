#include "platform/meta.hpp"

#include <algorithm>
#include <stdexcept>

namespace meta {

Field const* Type::find_field(std::string_view field_name) const {
    auto at = std::ranges::find(fields, field_name, &Field::name);
    return at == fields.end() ? nullptr : &*at;
}

std::optional<std::int64_t> Type::find_number(std::string_view value_name) const {
    auto at = std::ranges::find(values, value_name, &Value::name);
    if (at == values.end()) return std::nullopt;
    return at->number;
}

std::string_view Type::find_name(std::int64_t value_number) const {
    auto at = std::ranges::find(values, value_number, &Value::number);
    return at == values.end() ? std::string_view{} : at->name;
}

std::string_view name_in(Type const& type, std::int64_t number) {
    auto name = type.find_name(number);
    if (name.empty()) throw std::logic_error("an enum holds a value that its description does not name");
    return name;
}

}  // namespace meta

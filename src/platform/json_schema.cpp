#include "platform/json_schema.hpp"

#include <algorithm>
#include <set>
#include <stdexcept>

#include "platform/json.hpp"
#include "platform/meta_text.hpp"

namespace json {

namespace {

using meta::Kind;

// Is the struct the same in both directions? Only optional fields make a difference.
bool has_optional(meta::Type const& type, std::set<meta::Type const*>& seen) {
    if (!seen.insert(&type).second) return false;
    if (type.may_be_absent()) return true;
    if (type.element != nullptr) return has_optional(*type.element, seen);
    return std::ranges::any_of(type.fields, [&](auto const& field) { return has_optional(*field.type, seen); });
}

std::string component_name(meta::Type const& type, Direction direction) {
    std::set<meta::Type const*> seen;
    bool differs = direction == Direction::request && has_optional(type, seen);
    return std::string(type.name) + (differs ? "Request" : "");
}

// Members of a JSON object, one after the other.
class Members {
  public:
    void add(std::string_view key, std::string_view value) {
        if (!text_.empty()) text_ += ',';
        write_text(text_, key);
        text_.append(1, ':').append(value);
    }
    void add_text(std::string_view key, std::string_view value) {
        std::string quoted;
        write_text(quoted, value);
        add(key, quoted);
    }
    void add_bounds(meta::Bounds bounds, char const* least, char const* most) {
        if (bounds.least != meta::kNoLeast) add(least, std::to_string(bounds.least));
        if (bounds.most != meta::kNoMost) add(most, std::to_string(bounds.most));
    }
    [[nodiscard]] std::string object() const { return "{" + text_ + "}"; }

  private:
    std::string text_;
};

void add_type(Members& members, std::string_view type, bool nullable) {
    members.add("type", nullable ? "[\"" + std::string(type) + "\",\"null\"]" : "\"" + std::string(type) + "\"");
}

void add_formatted(Members& members, std::string_view format, bool nullable) {
    add_type(members, "string", nullable);
    members.add_text("format", format);
}

void add_integer(Members& members, meta::Bounds bounds, std::string_view format, bool nullable) {
    add_type(members, "integer", nullable);
    members.add_text("format", format);
    members.add_bounds(bounds, "minimum", "maximum");
}

void add_enum(Members& members, meta::Type const& type, bool nullable) {
    add_type(members, "string", nullable);
    std::string names;
    for (auto const& value : type.values) {
        names += names.empty() ? "[" : ",";
        write_text(names, value.name);
    }
    members.add("enum", names + (nullable ? ",null]" : "]"));
}

// Kinds that hold one thing; the others are built by Schemas.
void add_single(Members& members, meta::Type const& type, meta::Bounds bounds, bool nullable) {
    switch (type.kind) {
        case Kind::boolean:
            add_type(members, "boolean", nullable);
            return;
        case Kind::int32:
            add_integer(members, bounds, "int32", nullable);
            return;
        case Kind::int64:
            add_integer(members, bounds, "int64", nullable);
            return;
        case Kind::real:
            add_type(members, "number", nullable);
            members.add_bounds(bounds, "minimum", "maximum");
            return;
        case Kind::text:
            add_type(members, "string", nullable);
            members.add_bounds(bounds, "minLength", "maxLength");
            return;
        case Kind::bytes:
            add_type(members, "string", nullable);
            members.add_text("contentEncoding", "base64");
            return;
        case Kind::enumeration:
            add_enum(members, type, nullable);
            return;
        case Kind::id:
            add_formatted(members, "uuid", nullable);
            return;
        case Kind::instant:
            add_formatted(members, "date-time", nullable);
            return;
        case Kind::day:
            add_formatted(members, "date", nullable);
            return;
        default:
            return;
    }
}

}  // namespace

std::string Schemas::of(meta::Type const& type, Direction direction, meta::Limit const* limit, bool is_item) {
    auto const& bare = type.bare();
    bool nullable = type.may_be_absent();
    auto bounds = is_item ? meta::item_bounds_of(limit) : meta::bounds_of(limit);
    Members members;
    if (bare.kind == Kind::structure) {
        auto reference = "{\"$ref\":\"#/components/schemas/" + refer(bare, direction) + "\"}";
        if (!nullable && (limit == nullptr || limit->words.empty() || is_item)) return reference;
        members.add(nullable ? "anyOf" : "allOf", "[" + reference + (nullable ? ",{\"type\":\"null\"}]" : "]"));
    } else if (bare.kind == Kind::list) {
        add_type(members, "array", nullable);
        members.add("items", of(*bare.element, direction, limit, true));
        members.add_bounds(bounds, "minItems", "maxItems");
    } else if (bare.kind == Kind::map) {
        add_type(members, "object", nullable);
        members.add("additionalProperties", of(*bare.element, direction, limit, true));
        members.add_bounds(bounds, "minProperties", "maxProperties");
    } else {
        add_single(members, bare, bounds, nullable);
    }
    if (limit != nullptr && !limit->words.empty() && !is_item) members.add_text("description", limit->words);
    return members.object();
}

std::string Schemas::refer(meta::Type const& type, Direction direction) {
    auto name = component_name(type, direction);
    auto [at, fresh] = types_.try_emplace(name, &type);
    if (at->second != &type) throw std::logic_error("two structs are called " + name);
    if (fresh) schemas_[name] = structure(type, direction);
    return name;
}

std::string Schemas::structure(meta::Type const& type, Direction direction) {
    Members properties;
    std::string required;
    for (auto const& field : type.fields) {
        properties.add(field.name, of(*field.type, direction, field.limit));
        bool may_be_absent =
            direction == Direction::request ? field.type->may_be_absent() : field.type->kind == meta::Kind::patch;
        if (may_be_absent) continue;
        required += required.empty() ? "" : ",";
        write_text(required, field.name);
    }
    Members members;
    members.add("type", "\"object\"");
    members.add("properties", properties.object());
    if (!required.empty()) members.add("required", "[" + required + "]");
    members.add("additionalProperties", "false");
    return members.object();
}

std::string Schemas::components() const {
    Members members;
    for (auto const& [name, schema] : schemas_) members.add(name, schema);
    return members.object();
}

}  // namespace json

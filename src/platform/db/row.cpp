#include "platform/db/row.hpp"

#include <algorithm>

#include "base/time.hpp"
#include "platform/db/error.hpp"

namespace db {

namespace {

[[noreturn]] void refuse_statement(std::string const& words, std::string_view sql) {
    throw Error(Code::programmer, words + " in: " + std::string(sql));
}

[[noreturn]] void refuse_cell(std::string const& column, char const* words) {
    throw Error(Code::programmer, "column " + column + " " + words);
}

CellKind kind_wanted(meta::Kind kind) {
    switch (kind) {
        case meta::Kind::boolean:
            return CellKind::boolean;
        case meta::Kind::int32:
        case meta::Kind::int64:
        case meta::Kind::instant:
            return CellKind::integer;
        case meta::Kind::real:
            return CellKind::real;
        case meta::Kind::text:
        case meta::Kind::json:
        case meta::Kind::enumeration:
        case meta::Kind::day:
            return CellKind::text;
        case meta::Kind::id:
            return CellKind::id;
        case meta::Kind::bytes:
            return CellKind::bytes;
        case meta::Kind::optional:
        case meta::Kind::patch:
        case meta::Kind::list:
        case meta::Kind::map:
        case meta::Kind::structure:
            break;
    }
    return CellKind::unknown;
}

bool can_hold(CellKind wanted, CellKind column) {
    if (column == CellKind::unknown || wanted == column) return true;
    if (wanted == CellKind::real) return column == CellKind::integer;
    return wanted == CellKind::id && column == CellKind::bytes;
}

bool is_column(meta::Type const& type) {
    if (type.kind == meta::Kind::optional) return is_column(*type.element);
    return kind_wanted(type.kind) != CellKind::unknown;
}

void put_integer(meta::Type const& type, void* where, std::int64_t number, std::string const& column) {
    switch (type.kind) {
        case meta::Kind::boolean:
            if (number != 0 && number != 1) refuse_cell(column, "is neither true nor false");
            *static_cast<bool*>(where) = number == 1;
            return;
        case meta::Kind::int32:
            if (number < std::numeric_limits<std::int32_t>::min() || number > std::numeric_limits<std::int32_t>::max())
                refuse_cell(column, "does not fit into 32 bits");
            *static_cast<std::int32_t*>(where) = static_cast<std::int32_t>(number);
            return;
        case meta::Kind::int64:
            *static_cast<std::int64_t*>(where) = number;
            return;
        case meta::Kind::instant:
            static_cast<base::Instant*>(where)->microseconds = number;
            return;
        case meta::Kind::real:
            *static_cast<double*>(where) = static_cast<double>(number);
            return;
        default:
            refuse_cell(column, "is a number, its field is not");
    }
}

void put_text(meta::Type const& type, void* where, std::string_view text, std::string const& column) {
    switch (type.kind) {
        case meta::Kind::text:
            static_cast<std::string*>(where)->assign(text);
            return;
        case meta::Kind::json:
            static_cast<meta::Json*>(where)->text.assign(text);
            return;
        case meta::Kind::enumeration: {
            auto const number = type.find_number(text);
            if (!number) refuse_cell(column, "holds a word its enum does not name");
            type.set_number(where, *number);
            return;
        }
        case meta::Kind::day: {
            auto const day = base::parse_day(text);
            if (!day) refuse_cell(column, "holds no day");
            *static_cast<base::Day*>(where) = *day;
            return;
        }
        default:
            refuse_cell(column, "is text, its field is not");
    }
}

void put_bytes(meta::Type const& type, void* where, std::span<std::uint8_t const> bytes, std::string const& column) {
    if (type.kind == meta::Kind::bytes) {
        static_cast<meta::Bytes*>(where)->octets.assign(bytes.begin(), bytes.end());
    } else if (type.kind == meta::Kind::id) {
        if (bytes.size() != sizeof(base::IdBytes)) refuse_cell(column, "holds no id");
        std::ranges::copy(bytes, static_cast<base::IdBytes*>(where)->begin());
    } else {
        refuse_cell(column, "holds bytes, its field does not");
    }
}

void put(meta::Type const& type, void* where, Cell const& cell, std::string const& column) {
    if (type.kind == meta::Kind::optional) {
        if (cell.kind == CellKind::null) return type.clear(where);
        return put(*type.element, type.add(where), cell, column);
    }
    switch (cell.kind) {
        case CellKind::null:
            refuse_cell(column, "is NULL, its field cannot be");
        case CellKind::boolean:
        case CellKind::integer:
            return put_integer(type, where, cell.integer, column);
        case CellKind::real:
            if (type.kind != meta::Kind::real) refuse_cell(column, "is a fraction, its field is not");
            *static_cast<double*>(where) = cell.real;
            return;
        case CellKind::text:
            return put_text(type, where, cell.text, column);
        case CellKind::id:
        case CellKind::bytes:
            return put_bytes(type, where, cell.bytes, column);
        case CellKind::unknown:
            break;
    }
    refuse_cell(column, "is of a type this layer does not read; CAST it");
}

}  // namespace

RowPlan::RowPlan(meta::Type const& type, std::span<Column const> columns, std::string_view sql) : type_(&type) {
    std::vector<Slot> known;
    std::vector<meta::Field const*> path;
    if (type.kind == meta::Kind::structure) {
        list_slots(type, "", path, known);
    } else {
        if (columns.size() != 1) refuse_statement("one value is asked of several columns", sql);
        known.push_back({columns[0].name, {}, &type});
    }
    for (auto const& column : columns) {
        auto const slot = std::ranges::find(known, column.name, &Slot::name);
        if (slot == known.end()) refuse_statement("column " + column.name + " has no field (or comes twice)", sql);
        if (!can_hold(kind_wanted(slot->type->bare().kind), column.kind))
            refuse_statement("column " + column.name + " is of another type than its field", sql);
        slots_.push_back(std::move(*slot));
        known.erase(slot);
    }
    if (!known.empty()) refuse_statement("field " + known.front().name + " has no column", sql);
}

void RowPlan::list_slots(meta::Type const& type, std::string const& prefix, std::vector<meta::Field const*>& path,
                         std::vector<Slot>& slots) {
    for (auto const& field : type.fields) {
        path.push_back(&field);
        auto const name = prefix + std::string(field.name);
        if (field.type->kind == meta::Kind::structure)
            list_slots(*field.type, name + "_", path, slots);
        else if (is_column(*field.type))
            slots.push_back({name, path, field.type});
        path.pop_back();
    }
}

void RowPlan::fill(void* object, Cursor const& cursor) const {
    for (std::size_t i = 0; i < slots_.size(); ++i) {
        void* where = object;
        for (auto const* field : slots_[i].path) where = field->of(where);
        put(*slots_[i].type, where, cursor.cell(i), slots_[i].name);
    }
}

}  // namespace db

#pragma once
// From the columns of a statement to the fields of a described struct. The plan is made once per statement and
// struct; columns and fields that do not meet are found then, not at the first odd row.

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "platform/meta.hpp"

namespace db {

// `unknown` is a column of SQLite that is computed: only its rows can tell.
enum class CellKind { unknown, null, boolean, integer, real, text, id, bytes };

struct Column {
    std::string name;
    CellKind kind;
};

// One column of one row; text and bytes are the engine's and last until its next row.
struct Cell {
    CellKind kind = CellKind::null;
    std::int64_t integer = 0;
    double real = 0;
    std::string_view text = {};
    std::span<std::uint8_t const> bytes = {};
};

class Cursor {
  public:
    [[nodiscard]] virtual Cell cell(std::size_t column) const = 0;

  protected:
    ~Cursor() = default;
};

class RowPlan {
  public:
    // `type` is a described struct, or the type of the single column.
    RowPlan(meta::Type const& type, std::span<Column const> columns, std::string_view sql);
    void fill(void* object, Cursor const& cursor) const;
    [[nodiscard]] bool is_for(meta::Type const& type) const { return type_ == &type; }

  private:
    struct Slot {
        std::string name;
        std::vector<meta::Field const*> path;  // empty: the object itself
        meta::Type const* type;
    };
    static void list_slots(meta::Type const& type, std::string const& prefix, std::vector<meta::Field const*>& path,
                           std::vector<Slot>& slots);

    meta::Type const* type_;
    std::vector<Slot> slots_;  // one a column, in the order of the columns
};

}  // namespace db

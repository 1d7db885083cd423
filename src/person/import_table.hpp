#pragma once
// An export as a table of cleaned cells: the mapped columns, and no other. What stands in an unmapped column is dropped
// here, while parsing (rules 11), and is never held.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "person/import_row.hpp"
#include "platform/csv.hpp"

namespace person {

struct TableRow {
    std::int32_t line = 0;
    std::size_t cell_count = 0;      // in the file, mapped or not
    bool ends_blank = false;         // whatever stands beyond the header is blank
    std::vector<std::string> cells;  // of `ImportTable::columns`
};

struct ImportTable {
    std::vector<MappedColumn> columns;
    std::size_t width = 0;  // of the header
    std::vector<TableRow> rows;
    bool cuts_rows_short = false;       // the export leaves empty cells at the end of a row away
    bool managers_are_numbers = false;  // in the column of their names
    std::string header_key;
    FileNotes notes;

    // None when the field is not mapped or the cell is blank.
    [[nodiscard]] std::optional<std::string> text_at(TableRow const& row, PersonField field) const;
    [[nodiscard]] std::optional<std::string> header_of(PersonField field) const;
    [[nodiscard]] bool has(PersonField field) const { return header_of(field).has_value(); }
};

// Refuses what cannot be read as a table: see read_import.
base::Result<ImportTable> read_table(std::string_view octets, ColumnMapping const& mapping);

}  // namespace person

#pragma once
// Can a row be read at all? Refused rows name the cell that shows why.

#include <optional>

#include "person/import_table.hpp"

namespace person {

// The reason for refusing the row: shifted, too_many_cells, name_missing, too_long.
std::optional<Problem> why_unreadable(ImportTable const& table, TableRow const& row, base::Day today);

}  // namespace person

#pragma once
// Files of the command line, read and written whole. Refuses `file_unreadable` and `file_unwritable`.

#include <string>

#include "base/result.hpp"
#include "matching/rule_file.hpp"

namespace app {

base::Result<std::string> read_file(std::string const& path);
base::Result<bool> write_file(std::string const& path, std::string const& octets);

// CSV in any of the encodings of platform/csv, the first line naming the columns; blank rows are passed over. Refuses
// also `table_empty`, `column_twice` and `row_has_wrong_width`.
base::Result<matching::Table> read_table(std::string const& path);
// The same of what is already read; `path` is for messages.
base::Result<matching::Table> parse_table(std::string const& path, std::string const& octets);

}  // namespace app

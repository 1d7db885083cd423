#pragma once

#include <iosfwd>
#include <span>
#include <string>

namespace app {

// Reads an export from a file, shows what it would do, and applies it (docs/import.md). Without --mapping the columns
// are mapped as the page would propose. Rows that are refused are printed with line, column, value and reason; they
// do not change the exit code.
int import_people(std::span<std::string const> arguments, std::ostream& out, std::ostream& err);

}  // namespace app

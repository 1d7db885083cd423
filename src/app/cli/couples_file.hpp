#pragma once
// Couples from a file: what `obverse match` wrote with --out can be read again as --locks or --bans.

#include <string>
#include <vector>

#include "matching/rule_file.hpp"

namespace app {

// A table with the columns `mentor` and `mentee`, which name people as the rules file identifies them; other columns
// are passed over. No path: no couples. Refuses what read_table refuses, `column_missing` and `person_unknown`.
base::Result<std::vector<matching::engine::Couple>> read_couples(std::string const& path,
                                                                 matching::FileSnapshot const& made);

}  // namespace app

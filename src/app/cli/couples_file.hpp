#pragma once
// Couples in files: what `obverse match` wrote with --out can be read again as --locks or --bans.

#include <array>
#include <string>
#include <vector>

#include "matching/file_snapshot.hpp"

namespace app {

// A table with the columns `mentor` and `mentee`, which name people as the rules file identifies them; other columns
// are passed over. No path: no couples. Refuses what read_table refuses, `column_missing`, `person_unknown` and
// `same_person`: who is identified alike on both sides is one person.
base::Result<std::vector<matching::engine::Couple>> read_couples(std::string const& path,
                                                                 matching::FileSnapshot const& made);

// `mentor`, `mentee`, `points` and `why`: the cells that every table of couples begins with.
inline constexpr std::array kCoupleColumns{"mentor", "mentee", "points", "why"};
std::vector<std::string> couple_cells(matching::FileSnapshot const& made, matching::engine::Couple couple);

}  // namespace app

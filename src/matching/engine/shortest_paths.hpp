#pragma once
// The greatest sum of worth for whatever numbers, in whole pairs of numbers: shortest augmenting paths, one place of
// one mentor at a time. Slow where thousands take part; find_best asks it for *most benefit first*, and where an
// auction cannot answer.

#include "matching/engine/best.hpp"

namespace matching::engine {

base::Result<BestAnswer> find_best_by_paths(Market const& market, Priority priority, Progress const& progress);
// With the worth of each option of the market.
base::Result<BestAnswer> find_best_by_paths(Market const& market, std::vector<Worth> worth, Progress const& progress);

}  // namespace matching::engine

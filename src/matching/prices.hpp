#pragma once
// What each objective gives, and what each rule, each wish and keeping the pairs of before cost: one search without it
// each, in the frozen world of a run. Only what is public has a price; *not available to each other* has none, and a
// wish that it stands in the way of costs nothing (rules 7, engineering.md 8).

#include "matching/prices_shapes.hpp"
#include "matching/run_search.hpp"

namespace matching {

// So many are worked out, and fewer shown: whoever takes part cannot count the wishes about themselves.
inline constexpr std::size_t kMostWishesPriced = 100;
inline constexpr std::size_t kMostWishesShown = 20;

// Of a run that is a draft, for at most kMostPeopleTried people. What no answer is found for, or none that verifies, is
// left out. Refuses `cancelled`.
base::Result<PricesFound> find_prices(RunGround ground, RunFound found, engine::Progress const& progress = {});

}  // namespace matching

#pragma once
// The greatest sum among the answers that keep all floors (floor_market.hpp), with prices that prove it beside those of
// the floors: whoever must be full only since a floor was raised may have one below 0.
//
// *Best* fills as many places as can be and knows nobody who must be full. So whoever must is worth a bonus, and where
// the answer fills them all, the bonus has decided nothing else. A bonus need not be great to do; where none that an
// auction may reckon with does, shortest paths count who must be full beside the pairs.

#include "matching/engine/best.hpp"
#include "matching/engine/floor_market.hpp"

namespace matching::engine {

// Refuses `cancelled`.
base::Result<BestAnswer> find_greatest_sum(FloorMarket const& market, Progress const& progress);

}  // namespace matching::engine

#pragma once
// Raises floors one after the other (leximin). Among the answers that keep what was reached: no couple below the next
// floor but at those before, and as few as can be at it. That is an assignment in which an option at the floor costs 1
// and every other nothing (floor_chains.hpp); its prices say who must be full, what is fixed and what is out from then
// on. One set of prices a floor: Huang, Kavitha, Mehlhorn and Michail, "Fair matchings and related problems",
// Algorithmica 74(3), 2016.
//
// The first floor is always raised, and up to kMostFloors wherever neither side has many people. Beyond, the work for
// those after the first is bounded; it is counted, not timed, and a floor that would take more is given up as a whole.

#include "matching/engine/assignment.hpp"
#include "matching/engine/floor_market.hpp"
#include "matching/engine/progress.hpp"

namespace matching::engine {

struct FloorBounds {
    std::size_t always_raised = 5'000;  // where neither side has more people
    std::uint64_t most_looks = 16;      // at options, for each option of the market, after the first floor
};

struct RaisedFloors {
    std::vector<Floor> floors;  // by number in the draw; empty only where nobody is given anybody
    FloorsEnd end = FloorsEnd::nothing_above;
};

// Afterwards `market` holds what the floors leave to choose from. Refuses `cancelled`.
base::Result<RaisedFloors> raise_floors(FloorMarket& market, FloorBounds const& bounds, Progress const& progress);

}  // namespace matching::engine

#pragma once
// Most pairs; of those answers the ones in which the couple that gains least gains as much as can be (bottleneck
// assignment: Edmonds and Fulkerson, J. Combinatorial Theory 8, 1970), and as few gain so little as can be; of those
// the ones in which whoever gains least above them does, and so on, for at most kMostFloors floors (floors.hpp); of
// those the one with the greatest sum.

#include <optional>

#include "matching/engine/assignment.hpp"
#include "matching/engine/best.hpp"
#include "matching/engine/floors.hpp"

namespace matching::engine {

struct FairAnswer {
    BestAnswer best;  // among what the floors leave; of who must be full for them a price may be below 0
    std::optional<FloorProof> floors;  // by number in the draw; empty if nobody can meet anybody
};

base::Result<FairAnswer> find_fair(Market const& market, Progress const& progress, FloorBounds const& bounds = {});

}  // namespace matching::engine

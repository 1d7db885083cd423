#pragma once
// Most pairs; of those answers the ones in which the couple that gains least gains as much as can be; of those the one
// with the greatest sum (bottleneck assignment: Edmonds and Fulkerson, J. Combinatorial Theory 8, 1970).
//
// The floor is searched by halves: as long as the options above it still make as many pairs, it may rise.

#include <optional>

#include "matching/engine/assignment.hpp"
#include "matching/engine/best.hpp"

namespace matching::engine {

struct FairAnswer {
    BestAnswer best;                  // among the options at or above the floor
    std::optional<FloorProof> floor;  // by number in the draw; empty if nobody can meet anybody
};

base::Result<FairAnswer> find_fair(Market const& market, Progress const& progress);

}  // namespace matching::engine

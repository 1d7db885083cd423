#pragma once
// People who stand on both sides with fewer places in all than on the two sides together (rules 13). With them a best
// run is no longer a question about two sides, so it is asked in branches: where somebody was given too many partners
// in all, either they teach at most k or they learn from at most all - k - 1, and every allowed answer lies in one of
// the two. Each branch is solved and proved by prices like any run; the tree of them is the proof
// (`Assignment::proof`).
//
// A *stable* answer need not exist when places are shared, so there, and for *fair* and *balanced*, they are divided
// between the two sides beforehand, and the answer is right as the places then are. A *best* run whose tree would grow
// beyond kMostBranches is divided in the same way, and says so.

#include "matching/engine/assignment.hpp"

namespace matching::engine {

inline constexpr std::size_t kMostBranches = 2'000;

// `snapshot` must be `checked` and has somebody in `shared`.
base::Result<Assignment> assign_shared(Snapshot const& snapshot, Progress const& progress,
                                       std::size_t most_branches = kMostBranches);

}  // namespace matching::engine

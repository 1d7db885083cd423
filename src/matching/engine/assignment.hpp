#pragma once
// The answer to a snapshot: who could meet whom, and the prices that prove it.

#include <vector>

#include "matching/engine/market.hpp"
#include "matching/engine/progress.hpp"
#include "matching/engine/worth.hpp"

namespace matching::engine {

struct Assignment {
    std::vector<Couple> couples;  // by mentor, then mentee; holds the placed locks
    std::vector<UnplacedLock> unplaced_locks;
    std::vector<Worth> mentor_prices;  // objective best only; by position in the snapshot
    std::vector<Worth> mentee_prices;
};

// Refuses what `checked` refuses, and `cancelled`.
base::Result<Assignment> assign(Snapshot const& snapshot, Progress const& progress = {});

// BLAKE2b of the couples by identity, tied to the snapshot's fingerprint.
Digest result_hash(Snapshot const& snapshot, Assignment const& assignment);

}  // namespace matching::engine

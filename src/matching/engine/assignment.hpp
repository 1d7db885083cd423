#pragma once
// The answer to a snapshot: who could meet whom, and the prices that prove it.

#include <optional>
#include <vector>

#include "matching/engine/market.hpp"
#include "matching/engine/progress.hpp"
#include "matching/engine/worth.hpp"

namespace matching::engine {

// Either this person teaches at most `most_teaching`, or they learn from at most places - most_teaching - 1; `one` and
// `other` are the branches of the two.
struct ProofSplit {
    Index mentor = 0;
    Index mentee = 0;
    std::int32_t places = 0;  // what the placed locks leave of theirs in all
    std::int32_t most_teaching = 0;
    std::size_t one = 0;
    std::size_t other = 0;
};
// A branch is split, or its prices prove that nothing in it is worth more than the result.
struct ProofBranch {
    std::optional<ProofSplit> split;
    std::vector<Worth> mentor_prices;
    std::vector<Worth> mentee_prices;
};
// No set of pairs is larger than the places of these people and the options between all others together (König).
struct Cover {
    std::vector<bool> mentors;
    std::vector<bool> mentees;
};
// Of all answers that keep the floors below, those without a couple between the last floor and this one, and of them
// those with the fewest at it. Prices prove it: what it costs there if one place more were to be filled, or one less.
struct Floor {
    std::int32_t benefit = 0;
    std::int64_t couples = 0;  // that gain exactly this
    std::vector<std::int32_t> mentor_prices;
    std::vector<std::int32_t> mentee_prices;
};
inline constexpr std::size_t kMostFloors = 8;

// Why no further floor was raised: no couple lies above the last, there are kMostFloors, or it would have taken more
// work than a run may (floor_market.hpp).
enum class FloorsEnd { nothing_above, most_floors, most_work };

// The couples that gain least gain as much as can be and are as few as can be, then those above them, and so on.
struct FloorProof {
    Cover of_all;               // no more pairs than the result has
    std::vector<Floor> floors;  // ascending; one at least
    FloorsEnd end = FloorsEnd::nothing_above;
};
// The places of each side, after the locks, when those of people on both sides were divided beforehand.
struct DividedPlaces {
    std::vector<std::int32_t> mentors;
    std::vector<std::int32_t> mentees;
};

struct Assignment {
    std::vector<Couple> couples;  // by mentor, then mentee; holds the placed locks
    std::vector<UnplacedLock> unplaced_locks;
    std::vector<Worth> mentor_prices;  // every objective but stable; by position in the snapshot
    std::vector<Worth> mentee_prices;
    // Only where people share their places between the sides (shared.hpp): the first is the root.
    std::vector<ProofBranch> proof;
    std::optional<DividedPlaces> divided;
    std::optional<FloorProof> floors;  // objective fair, if there are pairs beside the locks
};

// Refuses what `checked` refuses, and `cancelled`.
base::Result<Assignment> assign(Snapshot const& snapshot, Progress const& progress = {});

// BLAKE2b of the couples by identity, tied to the snapshot's fingerprint.
Digest result_hash(Snapshot const& snapshot, Assignment const& assignment);
// The same where the fingerprint is known.
Digest result_hash(Snapshot const& snapshot, Digest const& fingerprint, Assignment const& assignment);

}  // namespace matching::engine

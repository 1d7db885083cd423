#pragma once
// The checker: reads only the snapshot and the result, shares no code with the solvers, and either proves the result
// or says what is wrong. What does not verify is not shown to anybody.
//
// *Best* is proved by prices u, v >= 0 (linear duality, in whole numbers compared one after the other): the worth of
// any matching is at most the sum of places * price plus what options are worth above their prices; here that bound
// is reached. *Fair* is proved by rows of such prices, of a cover, of each floor and of the sum (floor_check.hpp).
// *Stable* is proved by looking at every option for a couple that would both rather have each other. Where people share
// their places between the sides, the proof is a tree of such bounds (shared.hpp). Locked places take no part in
// either: the lock is somebody's decision, not the engine's.

#include <cstdint>
#include <string>

#include "matching/engine/assignment.hpp"

namespace matching::engine {

enum class Flaw {
    none,
    couple_unknown,  // not a candidate
    couple_twice,
    couple_apart,  // a ban
    over_capacity,
    lock_missing,  // not placed though it could be
    prices_missing,
    price_negative,
    prices_do_not_prove,
    floor_missing,
    below_floor,
    floor_miscounted,      // more or fewer couples at a floor, or floors in no order
    floors_end_wrong,      // a couple lies above the last floor, or none does, against what it says
    floor_does_not_prove,  // there may be more pairs, or as many with fewer who gain so little
    divided_wrong,         // more, fewer or other places than the people have who share theirs
    blocking_pairs,
};

struct Certificate {
    Flaw flaw = Flaw::none;
    std::int64_t pairs = 0;
    std::int64_t total_benefit = 0;
    std::int64_t mentors_reached = 0;
    std::int64_t mentees_reached = 0;
    std::int64_t blocking_pairs = 0;

    [[nodiscard]] bool verified() const { return flaw == Flaw::none; }
};

// `snapshot` must be `checked`.
Certificate certify(Snapshot const& snapshot, Assignment const& assignment);

// "verified", or what is wrong.
std::string to_text(Flaw flaw);

}  // namespace matching::engine

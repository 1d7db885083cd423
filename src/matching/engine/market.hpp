#pragma once
// What is left to decide once the draw has put everybody in order, bans are out and locks have their places. The
// solvers know only this: people by their number in the draw, and for each mentor the mentees they may meet.

#include <vector>

#include "matching/engine/option_table.hpp"
#include "matching/engine/snapshot.hpp"

namespace matching::engine {

// What each of the two would gain for themselves.
struct OwnBenefits {
    std::int32_t mentor = 0;
    std::int32_t mentee = 0;
};

enum class LockFlaw { apart, not_available, no_place };

// A lock that could not be placed. `against` are the locks that hold the place it would need (no_place): together
// with it they are the smallest set that cannot be kept.
struct UnplacedLock {
    Couple couple;
    LockFlaw flaw = LockFlaw::not_available;
    std::vector<Couple> against;
};

struct Market {
    std::vector<Index> mentors;  // position in the snapshot, by number in the draw
    std::vector<Index> mentees;
    std::vector<std::int32_t> mentor_places;  // what the locks leave
    std::vector<std::int32_t> mentee_places;
    std::vector<std::uint32_t> first_option;  // mentor i has options [first_option[i], first_option[i + 1])
    OptionTable options;                      // of one mentor by benefit, the greatest first, then by number
    std::vector<OwnBenefits> own_benefits;    // of each option; only for `stable` and `balanced`, which read them
    std::vector<Couple> placed_locks;         // positions in the snapshot
    std::vector<UnplacedLock> unplaced_locks;

    [[nodiscard]] OptionTable::Row options_of(std::size_t mentor) const {
        return options.row(first_option[mentor], first_option[mentor + 1]);
    }
    // The number of an option that is there.
    [[nodiscard]] std::size_t option_between(Index mentor, Option option) const {
        return options.find(first_option[mentor], first_option[mentor + 1], option);
    }
};

// `snapshot` must be `checked`.
Market open_market(Snapshot const& snapshot);

}  // namespace matching::engine

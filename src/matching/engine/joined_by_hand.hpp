#pragma once
// What a run would be if two people were put together by hand: the same question with one lock more.

#include <optional>
#include <vector>

#include "matching/engine/assignment.hpp"

namespace matching::engine {

struct JoinedByHand {
    bool are_pair = false;            // without any hand
    std::vector<Index> mentor_holds;  // in the run: mentees, by position
    std::vector<Index> mentee_holds;
    std::optional<UnplacedLock> unplaced;  // it cannot be done beside the locks and bans there are
    std::int64_t pairs_before = 0;
    std::int64_t pairs = 0;
    std::int64_t benefit_before = 0;  // of all pairs together
    std::int64_t benefit = 0;
    std::int64_t moved = 0;  // pairs of the run that there would not be any more
};

// `run` answers `snapshot`. Refuses what `assign` refuses.
base::Result<JoinedByHand> join_by_hand(Snapshot const& snapshot, Assignment const& run, Couple couple,
                                        Progress const& progress = {});

}  // namespace matching::engine

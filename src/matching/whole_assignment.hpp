#pragma once
// An answer about all couples that may meet, where only the best of each went in (file_snapshot.hpp): it is found among
// those, held against all others (unlisted.hpp), and whoever it asks for goes in too, until it asks for nobody (column
// generation: Ford and Fulkerson, Management Science 5(1), 1958). Then its proof is about all couples.

#include "matching/couple_search.hpp"
#include "matching/engine/keeping.hpp"

namespace matching {

struct WholeAssignment {
    engine::Kept kept;
    engine::Digest fingerprint{};  // of its snapshot
    bool is_of_all = true;         // no couple that may meet would change it
    std::int64_t added = 0;        // couples that went in for that
};

// `left_out` looks at the couples that are not in the snapshot; none: all are. *Fair* is held against the listed ones
// only, and so are pairs of before that had to be held. Refuses what `assign_keeping` refuses.
base::Result<WholeAssignment> assign_among_all(FileSnapshot& made, CoupleSearch const* left_out,
                                               engine::Keeping const& keeping, Pace const& pace);

}  // namespace matching

#pragma once
// Suggested couples as people see them: each stands on the list of either of the two, who gains most first and equals
// in the order of the draw, so that no row and no name comes first.

#include <cstdint>
#include <vector>

#include "matching/engine/suggestions.hpp"

namespace matching::engine {

struct ListedCouple {
    Couple couple;
    bool is_of_run = false;              // a couple of the run's own
    bool is_costly = false;              // without it fewer are possible at once
    std::int32_t on_list_of_mentor = 0;  // from 1
    std::int32_t on_list_of_mentee = 0;
};

// By mentor, then by the place on their list. `snapshot` says what each gains.
std::vector<ListedCouple> list_couples(Snapshot const& snapshot, Assignment const& assignment,
                                       Suggestions const& suggestions);

// BLAKE2b of the couples by identity with their places, whatever the order of the rows, tied to the snapshot's
// fingerprint.
Digest lists_hash(Snapshot const& snapshot, std::vector<ListedCouple> const& listed);

}  // namespace matching::engine

#pragma once
// The reporting tree as it stands at this moment (rules 1; engineering.md 9), for runs and for everything that decides
// on a line between two runs.

#include <map>
#include <vector>

#include "matching/engine/line.hpp"
#include "matching/match_run.hpp"
#include "platform/db/db.hpp"

namespace matching {

struct LoadedTree {
    std::vector<engine::TreePlace> places;
    std::map<PersonId, engine::Index> position;  // of each person in `places`
};

namespace store {

// Everybody of the organisation, with the people whom the programme opened (rules 1 iv).
LoadedTree load_tree(db::Tx& tx, OrganisationId organisation, ProgrammeId programme);

}  // namespace store
}  // namespace matching

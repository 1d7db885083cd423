#pragma once
// A run once more, on the people, wishes and rules of today: the same seed and objective. What would change it is
// tried on this, so that it is true when the next run begins; a run for the rest sets the same people aside, and pairs
// of before are not kept. Nothing is stored; no answer and no ranking is read.

#include "matching/engine/assignment.hpp"
#include "matching/engine/candidate_search.hpp"
#include "matching/match_run.hpp"
#include "matching/world_store.hpp"

namespace matching {

struct RunToday {
    LoadedWorld loaded;
    engine::Candidates candidates;
    engine::Snapshot snapshot;
    engine::Assignment assignment;
};

// Leaves out whom the run does not look at.
void keep_those_of_run(db::Tx& tx, OrganisationId organisation, MatchRun const& run, LoadedWorld& loaded);
// Reckons without a transaction: nobody waits for a connection meanwhile.
base::Result<RunToday> run_today(MatchRun const& run, LoadedWorld loaded);

}  // namespace matching

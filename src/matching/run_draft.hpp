#pragma once
// What a run found, written down: a draft with its report, pairs and leftovers, or a run that failed.

#include "matching/run_search.hpp"

namespace matching {

// False when it did not verify: then the run has failed, and none of its pairs is written.
bool write_draft(db::Tx& tx, OrganisationId organisation, MatchRun run, RunGround const& ground, RunFound const& found,
                 base::Instant now);

// The rules cannot be kept with so few moves: the run has failed, and says how many it would take.
void write_trouble(db::Tx& tx, OrganisationId organisation, MatchRun run, base::Refusal const& refusal,
                   base::Instant now);

}  // namespace matching

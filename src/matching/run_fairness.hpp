#pragma once
// The fairness audit of a run by what the organisation knows anyway: department, site and level.

#include "matching/engine/assignment.hpp"
#include "matching/engine/candidate_search.hpp"
#include "matching/fairness.hpp"
#include "matching/world_store.hpp"

namespace matching {

// Of everybody with a free place; whoever stands on both sides counts once.
FairnessAudit fairness_of(LoadedWorld const& loaded, engine::Candidates const& candidates,
                          engine::Assignment const& assignment);

}  // namespace matching

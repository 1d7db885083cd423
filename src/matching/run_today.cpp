#include "matching/run_today.hpp"

#include "matching/rest.hpp"
#include "matching/trial.hpp"

namespace matching {

void keep_those_of_run(db::Tx& tx, OrganisationId organisation, MatchRun const& run, LoadedWorld& loaded) {
    if (run.scope == Scope::rest) set_aside(loaded, store::list_suggested_places(tx, organisation, run.programme_id));
}

base::Result<RunToday> run_today(MatchRun const& run, LoadedWorld loaded) {
    RunToday today;
    today.loaded = std::move(loaded);
    today.candidates = find_candidates(today.loaded.world);
    today.snapshot = snapshot_of(today.loaded, {run.objective, run.priority, run.seed}, today.candidates);
    TRY(assignment, engine::assign(today.snapshot));
    today.assignment = std::move(assignment);
    return today;
}

}  // namespace matching

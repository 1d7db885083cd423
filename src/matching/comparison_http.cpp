#include "matching/comparison_http.hpp"

#include "matching/comparison_store.hpp"
#include "matching/match_run_store.hpp"

namespace matching {

namespace {

base::Result<MatchRun> run_with_pairs(access::Call& call, MatchRunId id) {
    auto run = store::find_coordinated_run(call.tx, call.viewer, id);
    if (!run) return match_run_not_found();
    if (!has_pairs(run->state)) return run_has_no_pairs();
    return std::move(*run);
}

}  // namespace

base::Result<RunComparison> show_comparison(access::Call& call, ComparisonQuery const& query) {
    TRY(id, call.id<MatchRunId>("id"));
    TRY(now, run_with_pairs(call, id));
    TRY(before, run_with_pairs(call, query.with));
    if (before.programme_id != now.programme_id) return runs_of_two_programmes();
    return store::page_of_comparison(call.tx, call.viewer, before, now, query);
}

}  // namespace matching

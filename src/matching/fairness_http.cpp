#include "matching/fairness_http.hpp"

#include "matching/match_run_store.hpp"

namespace matching {

base::Result<FairnessAudit> show_match_run_audit(access::Call& call) {
    TRY(id, call.id<MatchRunId>("id"));
    auto const run = store::find_coordinated_run(call.tx, call.viewer, id);
    if (!run) return match_run_not_found();
    auto audit = store::find_fairness(call.tx, call.viewer.organisation, id);
    if (!audit) return base::not_found("audit");
    return std::move(*audit);
}

}  // namespace matching

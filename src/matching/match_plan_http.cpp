#include "matching/match_plan_http.hpp"

#include "matching/match_plan_actions.hpp"

namespace matching {

base::Result<MatchPlan> show_match_plan(access::Call& call) {
    TRY(id, call.id<ProgrammeId>("id"));
    return plan_ahead(call.tx, call.viewer, call.tools.keys, id, call.now);
}

}  // namespace matching

#include "matching/match_plan_http.hpp"

#include "matching/match_plan_actions.hpp"

namespace matching {

base::Result<MatchPlan> show_match_plan(access::Visit& visit) {
    TRY(id, visit.id<ProgrammeId>("id"));
    return plan_ahead(visit.tools.database, visit.viewer, visit.tools.keys, id, visit.now);
}

}  // namespace matching

#include "matching/trial_http.hpp"

#include "matching/trial_actions.hpp"

namespace matching {

base::Result<Trial> post_match_trial(access::Visit& visit, NewTrial const& wanted) {
    TRY(programme, visit.id<ProgrammeId>("id"));
    return make_trial(visit.tools.database, visit.viewer, visit.tools.keys, programme, wanted, visit.now);
}

}  // namespace matching

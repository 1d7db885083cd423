#include "matching/remedy_http.hpp"

#include "matching/remedy_actions.hpp"

namespace matching {

base::Result<Remedies> show_remedies(access::Visit& visit, RemediesQuery const& query) {
    TRY(run, visit.id<MatchRunId>("id"));
    return seek_remedies(visit.tools.database, visit.viewer, visit.tools.keys, run, query, visit.now);
}

}  // namespace matching

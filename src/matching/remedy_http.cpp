#include "matching/remedy_http.hpp"

#include "matching/remedy_actions.hpp"

namespace matching {

base::Result<Remedies> show_remedies(access::Call& call, RemediesQuery const& query) {
    TRY(run, call.id<MatchRunId>("id"));
    return seek_remedies(call.tx, call.viewer, call.tools.keys, run, query, call.now);
}

}  // namespace matching

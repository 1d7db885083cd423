#include "matching/why_not_http.hpp"

#include "matching/why_not_actions.hpp"

namespace matching {

base::Result<WhyNot> show_why_not(access::Call& call, WhyNotQuery const& query) {
    TRY(programme, call.id<ProgrammeId>("id"));
    return why_not(call.tx, call.viewer, call.tools.keys, programme, query, call.now);
}

}  // namespace matching

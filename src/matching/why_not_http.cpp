#include "matching/why_not_http.hpp"

#include "matching/why_not_actions.hpp"

namespace matching {

base::Result<WhyNot> show_why_not(access::Visit& visit, WhyNotQuery const& query) {
    TRY(programme, visit.id<ProgrammeId>("id"));
    return why_not(visit.tools.database, visit.viewer, visit.tools.keys, programme, query, visit.now);
}

}  // namespace matching

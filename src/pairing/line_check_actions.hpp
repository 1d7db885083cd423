#pragma once
// The re-check after a reorganisation, and what the three who are asked may say.

#include "access/viewer.hpp"
#include "audit/event.hpp"
#include "pairing/line_check.hpp"
#include "platform/db/db.hpp"
#include "platform/jobs/schedule.hpp"

namespace pairing {

inline constexpr audit::Kind kLinesMet{"pairing.lines_met"};
inline constexpr audit::Kind kLinesParted{"pairing.lines_parted"};
// One of the two; who, and that only one has, is theirs.
inline constexpr audit::Kind kWentOnKnowingly{"pairing.went_on_knowingly", audit::Private::yes};
inline constexpr audit::Kind kLinesSettled{"pairing.lines_settled"};

// Queued when reporting lines have changed. Looks at every started pair of the organisation; run again, it finds
// nothing new. Both people and the coordinators are told in the same words.
inline constexpr jobs::Kind<jobs::Nothing> kRecheckLines{"pairing.recheck_lines"};
void recheck_lines(db::Tx& tx, access::OrganisationId organisation, base::Instant now);

base::Result<Pairing> go_on_as_one_of_two(db::Tx& tx, access::Viewer const& viewer, PairingId id, base::Instant now);
base::Result<Pairing> go_on_as_coordinator(db::Tx& tx, access::Viewer const& viewer, ProgrammeId programme,
                                           PairingId id, base::Instant now);
// Ends it as any closure does: others see the week, from the day after.
base::Result<Pairing> end_as_coordinator(db::Tx& tx, access::Viewer const& viewer, ProgrammeId programme, PairingId id,
                                         base::Instant now);

}  // namespace pairing

#pragma once
// Questions while waiting: one of the four things that are asked for as a consent (rules D5). Whoever waits for a place
// may be asked what participants are asked at the start and at the end; nobody else learns whether they consent.

#include "access/viewer.hpp"
#include "audit/event.hpp"
#include "platform/db/db.hpp"
#include "questionnaire/answering.hpp"

namespace questionnaire {

inline constexpr audit::Kind kWaitingConsentChanged{"waiting_consent.changed", audit::Private::yes};

// Refuses `programme_not_found` to whoever does not wait there.
base::Result<bool> consent_while_waiting(db::Tx& tx, access::Viewer const& viewer, ProgrammeId programme,
                                         base::Instant now);
// What is open is no longer put to them, and what they answered to it goes. For whoever waits or has waited.
base::Result<bool> end_consent(db::Tx& tx, Keys const& keys, access::Viewer const& viewer, ProgrammeId programme,
                               base::Instant now);

}  // namespace questionnaire

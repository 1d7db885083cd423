#pragma once
// The verbs of going on after the end. Choosing is a private act (rules 4).

#include "access/viewer.hpp"
#include "audit/event.hpp"
#include "pairing/continuation_shapes.hpp"
#include "platform/crypto/key_folder.hpp"
#include "platform/db/db.hpp"

namespace pairing {

inline constexpr audit::Kind kOnwardChosen{"continuation.chosen", audit::Private::yes};

base::Result<ContinuationAnswer> read_continuation(db::Tx& tx, access::Viewer const& viewer, PairingId id,
                                                   base::Instant now);
base::Result<ContinuationAnswer> choose_onward(db::Tx& tx, access::Viewer const& viewer, PairingId id, Onward onward,
                                               base::Instant now);

// By the schedule: pairs a week past their last day are completed, as by nobody.
void complete_due_pairings(db::Tx& tx, access::OrganisationId organisation, base::Instant now);
// When others may learn of the end: both who chose to swap get to know each other the other way round.
void open_swapped(db::Tx& tx, access::OrganisationId organisation, Pairing const& pairing, base::Instant now);

}  // namespace pairing

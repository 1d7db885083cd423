#pragma once
// Reads what the timeline of a pair is made of and no other store tells; writes nothing.

#include <optional>
#include <vector>

#include "access/viewer.hpp"
#include "platform/db/db.hpp"
#include "record/timeline.hpp"

namespace record::store {

// Empty for a pair that was no suggestion.
std::optional<base::Instant> find_suggested_at(db::Tx& tx, access::OrganisationId organisation,
                                               pairing::PairingId pairing);
// In their order.
std::vector<Pause> list_pauses(db::Tx& tx, access::OrganisationId organisation, pairing::PairingId pairing);
// When both were asked half way and at the end: that they were, and nothing of who answered.
std::vector<AskedBoth> list_asked(db::Tx& tx, access::OrganisationId organisation, pairing::PairingId pairing);

}  // namespace record::store

#pragma once
// The only SQL that writes exploratory_tellings.

#include "meeting/exploratory_news.hpp"
#include "platform/db/db.hpp"

namespace meeting::store {

// Empty when this was told already.
std::optional<ExploratoryTellingId> insert_exploratory_telling(db::Tx& tx, access::OrganisationId organisation,
                                                               PairingId pairing, Telling const& telling,
                                                               base::Instant now);
std::optional<ExploratoryTelling> find_exploratory_telling(db::Tx& tx, access::OrganisationId organisation,
                                                           ExploratoryTellingId id);

}  // namespace meeting::store

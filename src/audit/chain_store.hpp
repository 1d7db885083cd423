#pragma once
// The only SQL that gives events their place.

#include <vector>

#include "audit/chain.hpp"
#include "platform/db/db.hpp"

namespace audit::store {

// Organisations that have events without a place, or a private day that has ended.
std::vector<access::OrganisationId> find_waiting(db::Tx& tx, base::Day today);

// The end of the chain; a fresh one, whose first private day is `today`, where there is none.
ChainEnd load_end(db::Tx& tx, access::OrganisationId organisation, base::Day today);
void save_end(db::Tx& tx, access::OrganisationId organisation, ChainEnd const& end);

// Events without a place, oldest first.
std::vector<ChainedEvent> find_unplaced(db::Tx& tx, access::OrganisationId organisation, std::int32_t most);
void save_place(db::Tx& tx, access::OrganisationId organisation, ChainedEvent const& event);
// A placed event that the dispatcher itself made.
void insert_placed(db::Tx& tx, access::OrganisationId organisation, ChainedEvent const& event);

// The digest of a private day, taken out of its table; nothing when nobody acted.
std::optional<meta::Bytes> take_private_day(db::Tx& tx, access::OrganisationId organisation, base::Day day);

// Placed entries after `position`, in order.
std::vector<ChainedEvent> list_placed(db::Tx& tx, access::OrganisationId organisation, std::int64_t position,
                                      std::int32_t most);

// However their places are numbered.
std::int64_t count_placed(db::Tx& tx, access::OrganisationId organisation);

// Events that have waited for their place since before `then`, in the whole installation.
std::int64_t count_unplaced_before(db::Tx& tx, base::Instant then);

}  // namespace audit::store

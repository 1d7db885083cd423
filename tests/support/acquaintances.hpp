#pragma once
// The cast's four in an anonymous round, drawn by hand: who is with whom is the test's to say. And a crowd beside them,
// for whatever needs ten possible partners.

#include "acquaintance/acquaintance_store.hpp"
#include "support/door.hpp"

namespace support {

using Couples = std::vector<std::pair<access::PersonId, access::PersonId>>;

// The programme becomes anonymous first, with one round of these couples that is suggested now. In their order.
std::vector<acquaintance::AcquaintanceId> suggest_without_names(Door& door, Cast const& cast, Couples const& couples);
// All of them are happy, and the answers have closed.
void let_them_talk(Door& door, Couples const& couples, std::vector<acquaintance::AcquaintanceId> const& ids);
// Both.
std::vector<acquaintance::AcquaintanceId> talk_without_names(Door& door, Cast const& cast, Couples const& couples);
// The house does what is due, `hours` times an hour later.
void let_hours_pass(Door& door, int hours);

// So many more on each side, who bring and want what the cast's four do.
void add_crowd(Door& door, Cast const& cast, int each);

}  // namespace support

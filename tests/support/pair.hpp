#pragma once
// Two of the cast on their way to a pair, by the same doors that people use.

#include "pairing/pairing.hpp"
#include "support/door.hpp"

namespace support {

// Both said *go on*; nothing is signed yet.
pairing::PairingId make_agreeing_pair(Door& door, Cast const& cast, access::PersonId mentor, access::PersonId mentee);
// Somebody has read their core modules.
void prepare(Door& door, Cast const& cast, access::PersonId who);
// Agreement and charter, by one of the two.
void sign_both(Door& door, access::PersonId by, pairing::PairingId pair);
// Ana and Sofia, prepared and started.
pairing::PairingId start_pair(Door& door, Cast const& cast);

}  // namespace support

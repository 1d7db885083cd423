#pragma once
// The reporting line of two people as it is at this moment (rules 1; engineering.md 9): going on and signing decide
// nothing on the tree of yesterday.

#include "access/viewer.hpp"
#include "pairing/pairing.hpp"
#include "platform/db/db.hpp"

namespace pairing::store {

// One of rules 1 (i)-(iii) stands between the two, people opened by the coordinator (iv) taken into account.
bool stand_in_one_line(db::Tx& tx, access::OrganisationId organisation, Pairing const& pairing);

}  // namespace pairing::store

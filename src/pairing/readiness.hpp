#pragma once
// Whether the two are ready for their first conversation as a pair (R19, R20, rules D7): both have signed the charter
// in force and read their core modules. Until then their date is pencilled in. Nobody is told which of the two is not.

#include "access/viewer.hpp"
#include "pairing/agreement.hpp"
#include "platform/db/db.hpp"

namespace pairing {

bool is_prepared(db::Tx& tx, access::OrganisationId organisation, Pairing const& pairing, Side side);
bool are_both_prepared(db::Tx& tx, access::OrganisationId organisation, Pairing const& pairing);

// Before the first conversation, brought ones included.
bool begins(Pairing const& pairing);
// That one has signed and, before the first conversation, read.
bool is_ready(db::Tx& tx, access::OrganisationId organisation, Pairing const& pairing, Side side);
bool are_both_ready(db::Tx& tx, access::OrganisationId organisation, Pairing const& pairing);

}  // namespace pairing

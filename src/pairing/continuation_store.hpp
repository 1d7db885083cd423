#pragma once
// The only SQL that writes continuations. Read by their owner, and by the opening of both together.

#include <optional>
#include <vector>

#include "access/viewer.hpp"
#include "pairing/continuation.hpp"
#include "platform/db/db.hpp"

namespace pairing::store {

void save_onward(db::Tx& tx, access::Viewer const& viewer, PairingId pairing, Onward onward);
std::optional<Onward> find_onward(db::Tx& tx, access::OrganisationId organisation, PairingId pairing, PersonId person);
Onwards onwards_of(db::Tx& tx, access::OrganisationId organisation, Pairing const& pairing);

// The programme goes both ways, and each of the two has joined it on the other side too.
bool may_swap(db::Tx& tx, access::OrganisationId organisation, Pairing const& pairing);
// Started and not closed, with a last day before `ended_before`.
std::vector<Pairing> list_to_complete(db::Tx& tx, access::OrganisationId organisation, base::Day ended_before);

// Of both.
void forget_onwards(db::Tx& tx, access::OrganisationId organisation, PairingId pairing);

}  // namespace pairing::store

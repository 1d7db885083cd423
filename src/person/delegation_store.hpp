#pragma once
// The only SQL that writes delegations.

#include <optional>
#include <vector>

#include "person/delegation.hpp"
#include "platform/db/db.hpp"

namespace person::store {

void insert_delegation(db::Tx& tx, access::OrganisationId organisation, Delegation const& delegation);
// Of the viewer, on either side. False when there is none of theirs.
bool remove_delegation(db::Tx& tx, access::Viewer const& viewer, DelegationId id);
std::vector<access::PersonId> assistants_of(db::Tx& tx, access::OrganisationId organisation,
                                            access::PersonId principal);
Delegations list_own_delegations(db::Tx& tx, access::Viewer const& viewer);
// Whose assistant the viewer is by it; empty when they are not, or the principal has left.
std::optional<access::PersonId> find_principal(db::Tx& tx, access::Viewer const& viewer, DelegationId id);

}  // namespace person::store

#pragma once
// The only SQL that writes contact_links.

#include "care/contact_link.hpp"
#include "platform/db/db.hpp"

namespace care::store {

// One that opens: its person is an active confidential contact without a password.
std::optional<ContactLink> find_contact_link(db::Tx& tx, access::OrganisationId organisation, access::PersonId person);
// In place of the one before, which opens nothing any more.
void save_contact_link(db::Tx& tx, access::OrganisationId organisation, ContactLink const& link);
// False: there was none.
bool remove_contact_link(db::Tx& tx, access::OrganisationId organisation, access::PersonId person);

// Nothing for somebody of another house.
std::optional<LinkHolder> find_holder(db::Tx& tx, access::OrganisationId organisation, access::PersonId person);
// Who acts by the link: with the role of a confidential contact alone, whatever else they may be.
access::Viewer viewer_by_link(db::Tx& tx, access::OrganisationId organisation, access::PersonId person);

}  // namespace care::store

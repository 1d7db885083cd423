#pragma once

#include "audit/event.hpp"
#include "care/contact_link.hpp"
#include "platform/db/db.hpp"

namespace care {

inline constexpr audit::Kind kContactLinkMade{"contact_link.made"};
inline constexpr audit::Kind kContactLinkRemoved{"contact_link.removed"};

// Why somebody may have none: person_not_found, not_a_contact, no_address, signs_in.
base::Result<bool> check_link_of(db::Tx& tx, access::Viewer const& viewer, access::PersonId person);
// A new link, mailed to its holder; the one before opens nothing.
base::Result<bool> send_contact_link(db::Tx& tx, access::Viewer const& viewer, access::PersonId person,
                                     base::Instant now);
// Refuses: contact_link_not_found.
base::Result<bool> withdraw_contact_link(db::Tx& tx, access::Viewer const& viewer, access::PersonId person,
                                         base::Instant now);

}  // namespace care

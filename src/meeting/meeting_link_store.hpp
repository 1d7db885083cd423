#pragma once
// The only SQL that writes meeting_links.

#include "meeting/meeting_link.hpp"
#include "platform/db/db.hpp"

namespace meeting::store {

// Empty when this was told already.
std::optional<MeetingLinkId> insert_link(db::Tx& tx, access::OrganisationId organisation, Meeting const& meeting,
                                         Telling const& telling, base::Instant now);
std::optional<MeetingLink> find_link(db::Tx& tx, access::OrganisationId organisation, MeetingLinkId id);

}  // namespace meeting::store

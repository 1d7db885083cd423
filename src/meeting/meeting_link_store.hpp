#pragma once
// The only SQL that writes meeting_links.

#include "meeting/meeting_link.hpp"
#include "platform/db/db.hpp"

namespace meeting::store {

// Empty when this was told already.
std::optional<MeetingLinkId> insert_link(db::Tx& tx, access::OrganisationId organisation, Meeting const& meeting,
                                         Telling const& telling, base::Instant now);
// What one mail told of together, in the order of its dates: that link and those of its series told in the same moment.
std::vector<MeetingLink> list_told_together(db::Tx& tx, access::OrganisationId organisation, MeetingLink const& link);
std::optional<MeetingLink> find_link(db::Tx& tx, access::OrganisationId organisation, MeetingLinkId id);

}  // namespace meeting::store

#pragma once

#include "access/call.hpp"
#include "invitation/announcement_shapes.hpp"

namespace invitation {

base::Result<Announcements> list_announcements(access::Call& call);
base::Result<AnnouncementPreview> post_announcement_preview(access::Call& call, AnnouncementInput const& input);
base::Result<AnnouncementSent> post_announcement(access::Call& call, AnnouncementInput const& input);
base::Result<OwnAnnouncements> list_my_announcements(access::Call& call);

}  // namespace invitation

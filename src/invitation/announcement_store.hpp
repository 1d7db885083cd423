#pragma once
// The only SQL that writes announcements and their texts.

#include <optional>
#include <vector>

#include "invitation/announcement_shapes.hpp"
#include "invitation/invitation_store.hpp"
#include "platform/db/db.hpp"

namespace invitation::store {

inline constexpr std::int64_t kMostAnnouncementsShown = 100;

void insert_announcement(db::Tx& tx, OrganisationId organisation, Announcement const& announcement,
                         std::vector<AnnouncementText> const& texts);
std::optional<Announcement> find_announcement(db::Tx& tx, OrganisationId organisation, AnnouncementId id);
std::vector<AnnouncementText> list_announcement_texts(db::Tx& tx, OrganisationId organisation, AnnouncementId id);
// The latest hundred, the latest first.
std::vector<Announcement> list_announcements(db::Tx& tx, OrganisationId organisation, ProgrammeId programme);
// What was meant for the viewer: for everybody or their side where they take part, also before they joined; for those
// who have not joined where they are asked and take no part, unless they are not to be asked. The latest
// hundred of programmes that have not closed, the latest first.
std::vector<Announcement> list_own_announcements(db::Tx& tx, Viewer const& viewer, bool is_not_to_be_asked);
std::int64_t count_announcements_since(db::Tx& tx, OrganisationId organisation, ProgrammeId programme,
                                       base::Instant since);

AnnouncementReach count_reach(db::Tx& tx, OrganisationId organisation, ProgrammeId programme);
// Of everybody who takes part on neither side, those that may be written to again.
std::vector<Invitation> list_to_write_to(db::Tx& tx, OrganisationId organisation, ProgrammeId programme);

}  // namespace invitation::store

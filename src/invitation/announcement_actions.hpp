#pragma once
// The verbs of announcements.

#include "access/viewer.hpp"
#include "audit/event.hpp"
#include "invitation/announcement_shapes.hpp"
#include "notice/mail.hpp"
#include "platform/db/db.hpp"

namespace invitation {

using access::OrganisationId;
using access::Viewer;

inline constexpr audit::Kind kAnnouncementSent{"announcement.sent"};

// Nothing is kept. Refuses what sending does, but for its pace.
base::Result<AnnouncementPreview> preview_announcement(db::Tx& tx, Viewer const& viewer, ProgrammeId id,
                                                       AnnouncementInput const& input, std::string const& public_url);
// Refuses what check_announcement and check_pace refuse, `nobody_to_tell`, `programme_closed`; to those who have not
// joined also what inviting refuses.
base::Result<AnnouncementSent> send_announcement(db::Tx& tx, Viewer const& viewer, ProgrammeId id,
                                                 AnnouncementInput const& input, base::Instant now);

// What follows, once: everybody it is meant for is told. Whoever is not to be asked has a mail row like the others, of
// which no word goes out (docs/decisions/0061).
void tell_announced(db::Tx& tx, OrganisationId organisation, AnnouncementId id, base::Instant now);
// Of a mail that is about to leave.
bool is_announcement_withheld(db::Tx& tx, OrganisationId organisation, AnnouncementId id, PersonId person,
                              base::Instant now);

// As its mail says it in `language`; empty once it is gone.
notice::MailWords words_of_announcement(db::Tx& tx, OrganisationId organisation, AnnouncementId id,
                                        std::string const& language);

}  // namespace invitation

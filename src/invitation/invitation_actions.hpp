#pragma once
// Asking people, asking again, and answering. Declining is a private act.

#include "access/viewer.hpp"
#include "audit/event.hpp"
#include "invitation/invitation_shapes.hpp"
#include "platform/db/db.hpp"
#include "signin/password_link.hpp"

namespace invitation {

using access::Viewer;

inline constexpr audit::Kind kInvitationsSent{"invitations.sent"};
inline constexpr audit::Kind kInvitationsWrittenAgain{"invitations.written_again"};
inline constexpr audit::Kind kLettersMade{"letters.made"};
inline constexpr audit::Kind kInvitationDeclined{"invitation.declined", audit::Private::yes};

// Whoever was invited to this side before is not asked again by this. Refuses `programme_not_ready`,
// `programme_not_inviting`, `people_or_filter`.
base::Result<InvitationsSent> invite(db::Tx& tx, Viewer const& viewer, ProgrammeId id, InvitationsInput const& input,
                                     base::Instant now);
// The answer is the same in every case.
base::Result<WrittenAgain> write_to_not_joined(db::Tx& tx, Viewer const& viewer, ProgrammeId id, base::Instant now);
// The way in for everybody invited who has no password yet: their open activation, or a new one. A letter printed
// before stays good. Refuses as inviting does.
base::Result<std::vector<signin::PasswordLink>> make_letters(db::Tx& tx, Viewer const& viewer, ProgrammeId id,
                                                             base::Instant wall, base::Instant now);
// Yes joins; the others take part back where there was one.
base::Result<OwnAnswer> answer(db::Tx& tx, Viewer const& viewer, InvitationId id, Answer given, base::Instant now);

// What follows from both events above, once each: everybody written to at `at` is told.
void tell_invited(db::Tx& tx, OrganisationId organisation, ProgrammeId programme, base::Instant at, base::Instant now);

}  // namespace invitation

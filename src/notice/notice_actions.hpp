#pragma once

#include <optional>

#include "access/viewer.hpp"
#include "audit/event.hpp"
#include "base/time.hpp"
#include "notice/mail.hpp"
#include "platform/db/db.hpp"

namespace notice {

// Puts the kind into the person's inbox, their mail or both. About one subject a person is told once, however often
// the job runs; about no subject each time. Whoever has no address or has left gets no mail.
//
// Telling records no event: it follows from one, and a line "told to" per person would say who was in a round.
void tell(db::Tx& tx, access::OrganisationId organisation, access::PersonId person, Kind const& kind,
          std::optional<base::AnyId> subject, base::Instant now);

inline constexpr audit::Kind kMailSentAgain{"mail.sent_again"};
// A mail that failed is tried from the beginning. Refused: `mail_not_failed`.
base::Result<Mail> send_mail_again(db::Tx& tx, access::Viewer const& viewer, MailId id, base::Instant now);

}  // namespace notice

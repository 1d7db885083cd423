#pragma once
// The only SQL that writes mails.

#include <optional>
#include <string>
#include <vector>

#include "notice/mail.hpp"
#include "platform/db/db.hpp"

namespace notice::store {

// Nothing for a person without an address or who has left, and nothing the second time.
void queue_mail(db::Tx& tx, access::OrganisationId organisation, access::PersonId person, Kind const& kind,
                std::optional<base::AnyId> subject, base::Instant now);

struct MailPlace {
    base::Instant queued_at;
    MailId id;
};
// The latest first, from after `after` on.
std::vector<Mail> list_mails(db::Tx& tx, access::Viewer const& viewer, std::optional<MailPlace> const& after,
                             std::int64_t limit);
std::optional<Mail> find_mail(db::Tx& tx, access::Viewer const& viewer, MailId id);

}  // namespace notice::store

#pragma once
// The only SQL that writes mails.

#include <optional>
#include <string>
#include <vector>

#include "notice/notice_shapes.hpp"
#include "platform/db/db.hpp"

namespace notice::store {

// Nothing for a person without an address or who has left, and nothing the second time.
void queue_mail(db::Tx& tx, access::OrganisationId organisation, access::PersonId person, Kind const& kind,
                std::optional<base::AnyId> subject, base::Instant now);

using MailPlace = page::Place<base::Instant>;  // queued_at
// The latest first, from after `after` on.
std::vector<Mail> list_mails(db::Tx& tx, access::Viewer const& viewer, MailQuery const& query,
                             std::optional<MailPlace> const& after);
std::optional<Mail> find_mail(db::Tx& tx, access::Viewer const& viewer, MailId id);

}  // namespace notice::store

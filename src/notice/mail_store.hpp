#pragma once
// The only SQL that writes mails.

#include <optional>

#include "notice/notice_shapes.hpp"
#include "platform/page_of_rows.hpp"

namespace notice::store {

// Nothing for a person without an address or who has left, and nothing the second time.
void queue_mail(db::Tx& tx, access::OrganisationId organisation, access::PersonId person, Kind const& kind,
                std::optional<base::AnyId> subject, base::Instant now);

// The latest first unless asked otherwise.
base::Result<page::Rows<Mail>> list_mails(db::Tx& tx, access::Viewer const& viewer, MailQuery const& query);
std::optional<Mail> find_mail(db::Tx& tx, access::Viewer const& viewer, MailId id);

}  // namespace notice::store

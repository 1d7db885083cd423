#pragma once
// The only SQL that writes mails.

#include <optional>

#include "notice/notice_shapes.hpp"
#include "platform/page_of_rows.hpp"

namespace notice::store {

// Nothing for a person without an address or who has left, and nothing the second time.
void queue_mail(db::Tx& tx, access::OrganisationId organisation, access::PersonId person, Kind const& kind,
                std::optional<base::AnyId> subject, base::Instant now);

// Those of `dates_fit` and of introductions are in no list (kind.hpp). The latest first unless asked otherwise.
base::Result<page::Rows<Mail>> list_mails(db::Tx& tx, access::Viewer const& viewer, MailQuery const& query);
std::optional<Mail> find_mail(db::Tx& tx, access::Viewer const& viewer, MailId id);

// Organisations with mails that are due. Those of a demo never are: its addresses are made up.
std::vector<access::OrganisationId> find_with_due_mails(db::Tx& tx, base::Instant now);
// The longest due first.
std::vector<Mail> list_due(db::Tx& tx, access::OrganisationId organisation, base::Instant now, std::int64_t most);
// State and tries. False when it is no longer as it was `before`: somebody else has had it meanwhile.
bool save(db::Tx& tx, Mail const& mail, Mail const& before);
// How many have waited since before `then`, in the whole installation.
std::int64_t count_waiting_since(db::Tx& tx, base::Instant then);

}  // namespace notice::store

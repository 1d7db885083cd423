#pragma once
// The only SQL that writes notices.

#include <optional>

#include "notice/kind.hpp"
#include "notice/notice_shapes.hpp"
#include "platform/page_of_rows.hpp"

namespace notice::store {

void insert(db::Tx& tx, access::OrganisationId organisation, access::PersonId person, Kind const& kind,
            std::optional<base::AnyId> subject, base::Instant now);

// The viewer's own, the latest first unless asked otherwise.
base::Result<page::Rows<Notice>> list(db::Tx& tx, access::Viewer const& viewer, NoticeQuery const& query);
std::int64_t count_unread(db::Tx& tx, access::Viewer const& viewer);
// One of the viewer's own.
std::optional<Notice> find(db::Tx& tx, access::Viewer const& viewer, NoticeId id);

void mark_read(db::Tx& tx, access::Viewer const& viewer, NoticeId id, base::Instant now);
void mark_all_read(db::Tx& tx, access::Viewer const& viewer, base::Instant now);

}  // namespace notice::store

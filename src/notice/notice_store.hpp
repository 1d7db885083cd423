#pragma once
// The only SQL that writes notices.

#include <optional>
#include <vector>

#include "notice/kind.hpp"
#include "notice/notice_shapes.hpp"
#include "platform/db/db.hpp"

namespace notice::store {

void insert(db::Tx& tx, access::OrganisationId organisation, access::PersonId person, Kind const& kind,
            std::optional<base::AnyId> subject, base::Instant now);

using Place = page::Place<base::Instant>;  // told_at
// The viewer's own, the latest first, from after `after` on.
std::vector<Notice> list(db::Tx& tx, access::Viewer const& viewer, NoticeQuery const& query,
                         std::optional<Place> const& after);
std::int64_t count_unread(db::Tx& tx, access::Viewer const& viewer);
// One of the viewer's own.
std::optional<Notice> find(db::Tx& tx, access::Viewer const& viewer, NoticeId id);

void mark_read(db::Tx& tx, access::Viewer const& viewer, NoticeId id, base::Instant now);
void mark_all_read(db::Tx& tx, access::Viewer const& viewer, base::Instant now);

}  // namespace notice::store

#include "notice/notice_store.hpp"

#include <limits>

namespace notice::store {

namespace {

struct NoticeRow {
    NoticeId id;
    std::string kind;
    std::optional<base::AnyId> subject_id;
    base::Instant told_at;
    std::optional<base::Instant> read_at;
};
BOOST_DESCRIBE_STRUCT(NoticeRow, (), (id, kind, subject_id, told_at, read_at))

constexpr std::string_view kNoticesBefore = R"(
    SELECT id, kind, subject_id, told_at, read_at FROM notices
    WHERE organisation_id = $1 AND person_id = $2 AND (told_at < $3 OR (told_at = $3 AND id < $4))
      AND ($5 IS NULL OR (read_at IS NOT NULL) = $5) AND ($6 IS NULL OR kind = $6)
    ORDER BY told_at DESC, id DESC LIMIT $7)";

constexpr std::string_view kOwnNotice = R"(
    SELECT id, kind, subject_id, told_at, read_at FROM notices
    WHERE organisation_id = $1 AND person_id = $2 AND id = $3)";

Notice to_notice(NoticeRow row) {
    auto const* kind = find_kind(row.kind);
    return {row.id,         std::move(row.kind), std::string(kind == nullptr ? "/" : kind->page),
            row.subject_id, row.told_at,         row.read_at};
}

}  // namespace

void insert(db::Tx& tx, access::OrganisationId organisation, access::PersonId person, Kind const& kind,
            std::optional<base::AnyId> subject, base::Instant now) {
    tx.run(R"(
        INSERT INTO notices (organisation_id, id, person_id, kind, subject_id, told_at) VALUES ($1, $2, $3, $4, $5, $6)
        ON CONFLICT (organisation_id, person_id, kind, subject_id) DO NOTHING)",
           organisation, tx.make_id<NoticeId>(), person, kind.name, subject, now);
}

std::vector<Notice> list(db::Tx& tx, access::Viewer const& viewer, NoticeQuery const& query,
                         std::optional<Place> const& after) {
    auto const from = after.value_or(Place{{std::numeric_limits<std::int64_t>::max()}, {}});
    std::vector<Notice> notices;
    for (auto& row : tx.all<NoticeRow>(kNoticesBefore, viewer.organisation, viewer.person, from.key, from.id,
                                       query.is_read, query.kind, query.reach()))
        notices.push_back(to_notice(std::move(row)));
    return notices;
}

std::int64_t count_unread(db::Tx& tx, access::Viewer const& viewer) {
    return tx
        .value<std::int64_t>(
            "SELECT COUNT(*) FROM notices WHERE organisation_id = $1 AND person_id = $2 AND read_at IS NULL",
            viewer.organisation, viewer.person)
        .value();
}

std::optional<Notice> find(db::Tx& tx, access::Viewer const& viewer, NoticeId id) {
    auto row = tx.one<NoticeRow>(kOwnNotice, viewer.organisation, viewer.person, id);
    if (!row) return std::nullopt;
    return to_notice(std::move(*row));
}

void mark_read(db::Tx& tx, access::Viewer const& viewer, NoticeId id, base::Instant now) {
    tx.run(R"(
        UPDATE notices SET read_at = $4
        WHERE organisation_id = $1 AND person_id = $2 AND id = $3 AND read_at IS NULL)",
           viewer.organisation, viewer.person, id, now);
}

void mark_all_read(db::Tx& tx, access::Viewer const& viewer, base::Instant now) {
    tx.run("UPDATE notices SET read_at = $3 WHERE organisation_id = $1 AND person_id = $2 AND read_at IS NULL",
           viewer.organisation, viewer.person, now);
}

}  // namespace notice::store

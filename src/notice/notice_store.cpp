#include "notice/notice_store.hpp"

#include "base/text.hpp"
#include "platform/i18n.hpp"

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

constexpr std::array kNoticeSortings{
    page::Sorting{NoticeSort::told_at, "told_at", page::Compared::as_number, page::Order::descending},
    page::Sorting{NoticeSort::kind, "kind"},
};

constexpr page::Listing kNotices{"id, kind, subject_id, told_at, read_at", R"(
    FROM notices
    WHERE organisation_id = $1 AND person_id = $2 AND ($3 IS NULL OR (read_at IS NOT NULL) = $3)
      AND ($4 IS NULL OR kind = $4) AND ($5 IS NULL OR $5 LIKE '%,' || kind || ',%'))",
                                 "id"};

constexpr std::string_view kOwnNotice = R"(
    SELECT id, kind, subject_id, told_at, read_at FROM notices
    WHERE organisation_id = $1 AND person_id = $2 AND id = $3)";

Notice to_notice(NoticeRow row) {
    auto const* kind = find_kind(row.kind);
    return {row.id,         std::move(row.kind), std::string(kind == nullptr ? "/" : kind->page),
            row.subject_id, row.told_at,         row.read_at};
}

// The kinds whose words have this part, as the viewer reads them, with "," around each.
std::optional<std::string> kinds_saying(std::optional<std::string> const& part, std::string const& language) {
    if (!part) return std::nullopt;
    std::string kinds = ",";
    for (auto const* kind : kKinds) {
        auto const words = i18n::ours().format(language, "notice." + std::string(kind->name));
        if (base::fold(words).find(base::fold(*part)) != std::string::npos) kinds += std::string(kind->name) + ",";
    }
    return kinds;
}

}  // namespace

void insert(db::Tx& tx, access::OrganisationId organisation, access::PersonId person, Kind const& kind,
            std::optional<base::AnyId> subject, base::Instant now) {
    tx.run(R"(
        INSERT INTO notices (organisation_id, id, person_id, kind, subject_id, told_at) VALUES ($1, $2, $3, $4, $5, $6)
        ON CONFLICT (organisation_id, person_id, kind, subject_id) DO NOTHING)",
           organisation, tx.make_id<NoticeId>(), person, kind.name, subject, now);
}

base::Result<page::Rows<Notice>> list(db::Tx& tx, access::Viewer const& viewer, NoticeQuery const& query) {
    TRY(rows, page::read<NoticeRow>(tx, query, kNoticeSortings, kNotices, viewer.organisation, viewer.person,
                                    query.is_read, query.kind, kinds_saying(query.search, viewer.language)));
    page::Rows<Notice> notices;
    page::fill(notices, std::move(rows), to_notice);
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

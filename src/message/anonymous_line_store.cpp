#include "message/anonymous_line_store.hpp"

#include <algorithm>

#include "message/confidential_contact_store.hpp"
#include "platform/crypto/seal.hpp"
#include "platform/page_of_rows.hpp"
#include "programme/called_store.hpp"

namespace message::store {
namespace {

struct LineRow {
    LineId id;
    ProgrammeId programme_id;
    std::optional<PersonId> contact_id;
    std::optional<base::Day> closed_on;
    base::Instant last_shown_at;
};
BOOST_DESCRIBE_STRUCT(LineRow, (), (id, programme_id, contact_id, closed_on, last_shown_at))

struct LineMessageRow {
    LineMessageId id;
    std::int64_t position;
    std::optional<PersonId> answered_by;
    meta::Bytes sealed_text;
    base::Instant shown_at;
};
BOOST_DESCRIBE_STRUCT(LineMessageRow, (), (id, position, answered_by, sealed_text, shown_at))

struct ToTell {
    LineId line_id;
    PersonId person_id;
    base::Instant shown_at;
};
BOOST_DESCRIBE_STRUCT(ToTell, (), (line_id, person_id, shown_at))

// Who answers a line: `granted` is a role of theirs that says so.
constexpr std::string_view kAnswers = R"(
    ((line.contact_id IS NULL AND granted.role = 'coordinator' AND granted.programme_id = line.programme_id)
     OR (granted.role = 'confidential_contact' AND granted.person_id = line.contact_id
         AND (granted.programme_id IS NULL OR granted.programme_id = line.programme_id))))";

std::string const kShownLines = R"(
    FROM anonymous_lines line
    JOIN (SELECT organisation_id, line_id, MAX(shown_at) AS last_shown_at FROM line_messages
          WHERE organisation_id = $1 AND shown_at <= $3 GROUP BY organisation_id, line_id) shown
      ON shown.organisation_id = line.organisation_id AND shown.line_id = line.id)";

std::string const kAnsweredBy = R"(
    WHERE line.organisation_id = $1
      AND EXISTS (SELECT 1 FROM roles granted
                  WHERE granted.organisation_id = $1 AND granted.person_id = $2 AND )" +
                                std::string(kAnswers) + ")";

constexpr std::string_view kLineColumns =
    "line.id, line.programme_id, line.contact_id, line.closed_on, shown.last_shown_at";

programme::store::CalledSql const& called_here() {
    static auto const called = programme::store::called_in("programme", "$4");
    return called;
}

page::Listing const& answered_lines() {
    static std::string const from = kShownLines + R"(
    JOIN programmes programme ON programme.organisation_id = line.organisation_id AND programme.id = line.programme_id )" +
                                    called_here().joins + kAnsweredBy + " AND ($5 IS NULL OR LOWER(" +
                                    called_here().name + R"() LIKE LOWER($5) ESCAPE '!')
      AND ($6 IS NULL OR ($6 = 'contact') = (line.contact_id IS NOT NULL)))";
    static page::Listing const listing{kLineColumns, from, "line.id"};
    return listing;
}

crypto::SealedPlace place_in_line(OrganisationId organisation, LineMessageId id) {
    return {"line_messages", "sealed_text", base::any(organisation), base::any(id)};
}

std::optional<PersonName> contact_of(db::Tx& tx, OrganisationId organisation, std::optional<PersonId> contact) {
    if (!contact) return std::nullopt;
    return name_of(tx, organisation, *contact);
}

LineBrief brief_of(db::Tx& tx, Viewer const& viewer, LineRow const& row) {
    return {row.id,
            programme::store::find_called(tx, viewer.organisation, row.programme_id, viewer.language),
            contact_of(tx, viewer.organisation, row.contact_id),
            row.last_shown_at,
            row.closed_on,
            0};
}

}  // namespace

bool takes_part(db::Tx& tx, Viewer const& viewer, ProgrammeId programme) {
    return tx
        .value<bool>(R"(
        SELECT EXISTS (SELECT 1 FROM enrolments
                       WHERE organisation_id = $1 AND programme_id = $2 AND person_id = $3 AND state <> 'withdrawn'))",
                     viewer.organisation, programme, viewer.person)
        .value();
}

LineRecipients recipients_of(db::Tx& tx, Viewer const& viewer, ProgrammeId programme) {
    LineRecipients recipients;
    recipients.coordinators = tx.all<PersonName>(R"(
        SELECT person.id, COALESCE(person.called_name, person.name) AS name FROM roles granted
        JOIN people person ON person.organisation_id = granted.organisation_id AND person.id = granted.person_id
        WHERE granted.organisation_id = $1 AND granted.programme_id = $2 AND granted.role = 'coordinator'
          AND person.is_active
        ORDER BY person.name_folded, person.id)",
                                                 viewer.organisation, programme);
    recipients.contacts = list_contacts(tx, viewer, programme);
    return recipients;
}

void insert_line(db::Tx& tx, OrganisationId organisation, Line const& line) {
    tx.run("INSERT INTO anonymous_lines (organisation_id, id, programme_id, contact_id) VALUES ($1, $2, $3, $4)",
           organisation, line.id, line.programme_id, line.contact_id);
}

void close_line(db::Tx& tx, OrganisationId organisation, LineId line, base::Day closed_on) {
    tx.run("UPDATE anonymous_lines SET closed_on = $3 WHERE organisation_id = $1 AND id = $2", organisation, line,
           closed_on);
}

std::optional<Line> find_line(db::Tx& tx, OrganisationId organisation, LineId line) {
    return tx.one<Line>(
        "SELECT id, programme_id, contact_id, closed_on FROM anonymous_lines WHERE organisation_id = $1 AND id = $2",
        organisation, line);
}

bool answers(db::Tx& tx, Viewer const& viewer, Line const& line, base::Instant now) {
    static std::string const kSql = "SELECT line.id " + kShownLines + kAnsweredBy + " AND line.id = $4";
    return tx.value<LineId>(kSql, viewer.organisation, viewer.person, now, line.id).has_value();
}

base::Result<page::Rows<LineBrief>> list_answered_lines(db::Tx& tx, Viewer const& viewer, LinesQuery const& query,
                                                        base::Instant now) {
    std::array const sortings{
        page::Sorting{LineSort::shown_at, "shown.last_shown_at", page::Compared::as_number, page::Order::descending},
        page::Sorting{LineSort::programme, called_here().name},
    };
    TRY(rows, page::read<LineRow>(tx, query, sortings, answered_lines(), viewer.organisation, viewer.person, now,
                                  viewer.language, page::typed_part(query.search), query.to));
    page::Rows<LineBrief> lines;
    page::fill(lines, std::move(rows), [&](LineRow const& row) {
        auto line = brief_of(tx, viewer, row);
        line.unread = unread_by_answering(tx, viewer, row.id, now);
        return line;
    });
    return lines;
}

std::vector<LineBrief> list_lines(db::Tx& tx, Viewer const& viewer, std::vector<LineId> const& lines) {
    std::vector<LineBrief> briefs;
    for (auto const& id : lines) {
        auto const row = tx.one<LineRow>(R"(
            SELECT line.id, line.programme_id, line.contact_id, line.closed_on,
                   (SELECT MAX(shown_at) FROM line_messages
                    WHERE organisation_id = $1 AND line_id = $2) AS last_shown_at
            FROM anonymous_lines line WHERE line.organisation_id = $1 AND line.id = $2)",
                                         viewer.organisation, id);
        briefs.push_back(brief_of(tx, viewer, row.value()));
    }
    std::ranges::stable_sort(briefs, std::ranges::greater(), &LineBrief::last_shown_at);
    return briefs;
}

void insert_line_message(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation, LineId line,
                         LineMessage const& message) {
    tx.run(R"(
        INSERT INTO line_messages (organisation_id, id, line_id, position, answered_by, sealed_text, shown_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7))",
           organisation, message.id, line, message.position, message.answered_by,
           crypto::seal(keys, place_in_line(organisation, message.id), message.text), message.shown_at);
}

std::optional<LineId> line_of_message(db::Tx& tx, OrganisationId organisation, LineMessageId id) {
    return tx.value<LineId>("SELECT line_id FROM line_messages WHERE organisation_id = $1 AND id = $2", organisation,
                            id);
}

std::int64_t last_line_position(db::Tx& tx, OrganisationId organisation, LineId line) {
    return tx
        .value<std::int64_t>(
            "SELECT COALESCE(MAX(position), 0) FROM line_messages WHERE organisation_id = $1 AND line_id = $2",
            organisation, line)
        .value();
}

std::int64_t count_by_authors(db::Tx& tx, OrganisationId organisation, std::vector<LineId> const& lines,
                              base::Instant shown_after) {
    std::int64_t written = 0;
    for (auto const& line : lines)
        written += tx.value<std::int64_t>(R"(
            SELECT COUNT(*) FROM line_messages
            WHERE organisation_id = $1 AND line_id = $2 AND answered_by IS NULL AND shown_at > $3)",
                                          organisation, line, shown_after)
                       .value();
    return written;
}

std::int64_t count_open(db::Tx& tx, OrganisationId organisation, std::vector<LineId> const& lines) {
    return std::ranges::count_if(
        lines, [&](LineId const& id) { return !find_line(tx, organisation, id).value().closed_on.has_value(); });
}

std::vector<LineMessage> list_line_messages(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation,
                                            LineId line, std::optional<base::Instant> shown_by) {
    std::vector<LineMessage> messages;
    for (auto const& row : tx.all<LineMessageRow>(R"(
             SELECT id, position, answered_by, sealed_text, shown_at FROM line_messages
             WHERE organisation_id = $1 AND line_id = $2 AND ($3 IS NULL OR shown_at <= $3)
             ORDER BY shown_at, position)",
                                                  organisation, line, shown_by))
        messages.push_back({row.id, row.position, row.answered_by,
                            crypto::open(keys, place_in_line(organisation, row.id), row.sealed_text), row.shown_at});
    return messages;
}

std::int64_t unread_by_answering(db::Tx& tx, Viewer const& viewer, LineId line, base::Instant now) {
    return tx
        .value<std::int64_t>(R"(
        SELECT COUNT(*) FROM line_messages
        WHERE organisation_id = $1 AND line_id = $2 AND answered_by IS NULL AND shown_at <= $4
          AND shown_at > COALESCE((SELECT read_until FROM line_readers
                                   WHERE organisation_id = $1 AND line_id = $2 AND person_id = $3), 0))",
                             viewer.organisation, line, viewer.person, now)
        .value();
}

std::int64_t unread_answers(db::Tx& tx, OrganisationId organisation, LineId line, std::int64_t read_position) {
    return tx
        .value<std::int64_t>(R"(
        SELECT COUNT(*) FROM line_messages
        WHERE organisation_id = $1 AND line_id = $2 AND answered_by IS NOT NULL AND position > $3)",
                             organisation, line, read_position)
        .value();
}

void mark_line_read(db::Tx& tx, Viewer const& viewer, LineId line, base::Instant now) {
    tx.run(R"(
        INSERT INTO line_readers (organisation_id, line_id, person_id, read_until) VALUES ($1, $2, $3, $4)
        ON CONFLICT (organisation_id, line_id, person_id) DO UPDATE SET read_until = excluded.read_until)",
           viewer.organisation, line, viewer.person, full_hour_before(now));
}

std::vector<PersonId> mark_lines_told(db::Tx& tx, OrganisationId organisation, base::Instant now) {
    static std::string const kSql = R"(
        SELECT line.id AS line_id, granted.person_id AS person_id, MAX(m.shown_at) AS shown_at
        FROM line_messages m
        JOIN anonymous_lines line ON line.organisation_id = m.organisation_id AND line.id = m.line_id
        JOIN roles granted ON granted.organisation_id = m.organisation_id AND )" +
                                    std::string(kAnswers) + R"(
        LEFT JOIN line_readers reader ON reader.organisation_id = m.organisation_id
         AND reader.line_id = line.id AND reader.person_id = granted.person_id
        WHERE m.organisation_id = $1 AND m.shown_at <= $2 AND m.shown_at > $3 AND m.answered_by IS NULL
          AND m.shown_at > COALESCE(reader.read_until, 0) AND m.shown_at > COALESCE(reader.told_until, 0)
        GROUP BY line.id, granted.person_id ORDER BY line.id, granted.person_id)";
    std::vector<PersonId> told;
    for (auto const& row : tx.all<ToTell>(kSql, organisation, now, now - std::chrono::hours(24 * 7))) {
        tx.run(R"(
            INSERT INTO line_readers (organisation_id, line_id, person_id, told_until) VALUES ($1, $2, $3, $4)
            ON CONFLICT (organisation_id, line_id, person_id) DO UPDATE SET told_until = excluded.told_until)",
               organisation, row.line_id, row.person_id, row.shown_at);
        told.push_back(row.person_id);
    }
    return told;
}

std::vector<LineId> list_lines_to_forget(db::Tx& tx, OrganisationId organisation, base::Instant silent_since,
                                         std::int64_t most) {
    return tx.values<LineId>(R"(
        SELECT line.id FROM anonymous_lines line
        WHERE line.organisation_id = $1 AND NOT EXISTS (
              SELECT 1 FROM line_messages m
              WHERE m.organisation_id = line.organisation_id AND m.line_id = line.id AND m.shown_at > $2)
        ORDER BY line.id LIMIT $3)",
                             organisation, silent_since, most);
}

void remove_line(db::Tx& tx, OrganisationId organisation, LineId line) {
    for (auto const* table : {"line_messages", "line_readers"})
        tx.run("DELETE FROM " + std::string(table) + " WHERE organisation_id = $1 AND line_id = $2", organisation,
               line);
    tx.run("DELETE FROM anonymous_lines WHERE organisation_id = $1 AND id = $2", organisation, line);
}

}  // namespace message::store

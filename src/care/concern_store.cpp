#include "care/concern_store.hpp"

#include "platform/crypto/seal.hpp"
#include "platform/json.hpp"
#include "platform/page_of_rows.hpp"
#include "programme/called_store.hpp"

namespace care::store {
namespace {

struct ConcernRow {
    ConcernId id;
    ProgrammeId programme_id;
    PersonId person_id;
    PersonId contact_id;
    ConcernWish wish;
    base::Day raised_on;
    std::optional<base::Day> closed_on;
    base::Day last_on;
    std::int32_t kept_months;
    std::int64_t unread;
};
BOOST_DESCRIBE_STRUCT(ConcernRow, (),
                      (id, programme_id, person_id, contact_id, wish, raised_on, closed_on, last_on, kept_months,
                       unread))

struct ConcernMessageRow {
    ConcernMessageId id;
    std::int64_t position;
    bool is_contacts;
    meta::Bytes sealed_text;
    base::Day written_on;
};
BOOST_DESCRIBE_STRUCT(ConcernMessageRow, (), (id, position, is_contacts, sealed_text, written_on))

// Whoever is no longer a confidential contact there reads nothing more.
constexpr std::string_view kIsContact = R"(
    EXISTS (SELECT 1 FROM roles granted
            WHERE granted.organisation_id = concern.organisation_id AND granted.person_id = concern.contact_id
              AND granted.role = 'confidential_contact'
              AND (granted.programme_id IS NULL OR granted.programme_id = concern.programme_id)) )";

// `side`: FALSE for the person's own messages, whose reader is the contact.
std::string unread_of(std::string_view written_by_contact) {
    return R"((SELECT COUNT(*) FROM concern_messages m
               WHERE m.organisation_id = concern.organisation_id AND m.concern_id = concern.id
                 AND m.is_contacts = )" +
           std::string(written_by_contact) + R"(
                 AND m.position > COALESCE((SELECT reader.read_position FROM concern_readers reader
                                            WHERE reader.organisation_id = concern.organisation_id
                                              AND reader.concern_id = concern.id
                                              AND reader.is_contact <> m.is_contacts), 0)))";
}

constexpr std::string_view kConcern =
    "concern.id, concern.programme_id, concern.person_id, concern.contact_id, concern.wish, concern.raised_on, "
    "concern.closed_on, concern.last_on, concern.kept_months";

constexpr std::array kConcernSortings{
    page::Sorting{ConcernSort::raised_on, "concern.raised_on", page::Compared::as_text, page::Order::descending},
    page::Sorting{ConcernSort::name, "person.name_folded"},
};

page::Listing const& concerns_of_contact() {
    static std::string const columns = std::string(kConcern) + ", " + unread_of("FALSE") + " AS unread";
    static std::string const from = R"(FROM concerns concern
       JOIN people person ON person.organisation_id = concern.organisation_id AND person.id = concern.person_id
       WHERE concern.organisation_id = $1 AND concern.contact_id = $2
         AND ($3 IS NULL OR person.name_folded LIKE $3 ESCAPE '!') AND )" +
                                    std::string(kIsContact);
    static page::Listing const listing{columns, from, "concern.id"};
    return listing;
}

ConcernBrief brief_from(db::Tx& tx, Viewer const& viewer, ConcernRow const& row, PersonId with) {
    return {row.id,
            programme::store::find_called(tx, viewer.organisation, row.programme_id, viewer.language),
            name_of(tx, viewer.organisation, with),
            row.wish,
            row.raised_on,
            row.closed_on,
            row.unread};
}

crypto::SealedPlace place_of_words(OrganisationId organisation, ConcernMessageId id) {
    return {"concern_messages", "sealed_text", base::any(organisation), base::any(id)};
}
crypto::SealedPlace place_of_note(OrganisationId organisation, ConcernId id) {
    return {"concerns", "sealed_note", base::any(organisation), base::any(id)};
}
crypto::SealedPlace place_of_acquaintance(OrganisationId organisation, ConcernId id) {
    return {"concerns", "sealed_acquaintance", base::any(organisation), base::any(id)};
}
crypto::SealedPlace place_of_excerpt(OrganisationId organisation, ConcernId id) {
    return {"concerns", "sealed_excerpt", base::any(organisation), base::any(id)};
}

}  // namespace

void insert_concern(db::Tx& tx, OrganisationId organisation, Concern const& concern) {
    tx.run(R"(
        INSERT INTO concerns (organisation_id, id, programme_id, person_id, contact_id, wish, raised_on, last_on,
                              kept_months)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9))",
           organisation, concern.id, concern.programme_id, concern.person_id, concern.contact_id, concern.wish,
           concern.raised_on, concern.last_on, concern.kept_months);
}

void save_concern(db::Tx& tx, OrganisationId organisation, Concern const& concern) {
    tx.run("UPDATE concerns SET closed_on = $3, last_on = $4 WHERE organisation_id = $1 AND id = $2", organisation,
           concern.id, concern.closed_on, concern.last_on);
}

std::optional<SidedConcern> find_concern(db::Tx& tx, Viewer const& viewer, ConcernId id) {
    static std::string const kSql = "SELECT " + std::string(kConcern) + R"( FROM concerns concern
        WHERE concern.organisation_id = $1 AND concern.id = $2
          AND (concern.person_id = $3 OR (concern.contact_id = $3 AND )" +
                                    std::string(kIsContact) + "))";
    auto const concern = tx.one<Concern>(kSql, viewer.organisation, id, viewer.person);
    if (!concern) return std::nullopt;
    return SidedConcern{*concern, viewer.is(concern->person_id) ? ConcernSide::person : ConcernSide::contact};
}

bool is_taken(db::Tx& tx, OrganisationId organisation, ConcernId id) {
    return tx.value<std::int64_t>("SELECT COUNT(*) FROM concerns WHERE organisation_id = $1 AND id = $2", organisation,
                                  id)
               .value() > 0;
}

std::int64_t count_open_concerns(db::Tx& tx, Viewer const& viewer) {
    return tx
        .value<std::int64_t>(
            "SELECT COUNT(*) FROM concerns WHERE organisation_id = $1 AND person_id = $2 AND closed_on IS NULL",
            viewer.organisation, viewer.person)
        .value();
}

std::vector<ConcernBrief> list_my_concerns(db::Tx& tx, Viewer const& viewer) {
    static std::string const kSql = "SELECT " + std::string(kConcern) + ", " + unread_of("TRUE") + R"( AS unread
        FROM concerns concern WHERE concern.organisation_id = $1 AND concern.person_id = $2
        ORDER BY concern.raised_on DESC, concern.id LIMIT 100)";
    std::vector<ConcernBrief> briefs;
    for (auto const& row : tx.all<ConcernRow>(kSql, viewer.organisation, viewer.person))
        briefs.push_back(brief_from(tx, viewer, row, row.contact_id));
    return briefs;
}

base::Result<page::Rows<ConcernBrief>> list_concerns(db::Tx& tx, Viewer const& viewer, ConcernsQuery const& query) {
    TRY(rows, page::read<ConcernRow>(tx, query, kConcernSortings, concerns_of_contact(), viewer.organisation,
                                     viewer.person, page::folded_part(query.search)));
    page::Rows<ConcernBrief> briefs;
    page::fill(briefs, std::move(rows),
               [&](ConcernRow const& row) { return brief_from(tx, viewer, row, row.person_id); });
    return briefs;
}

void insert_message(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation, ConcernId concern,
                    StoredMessage const& message) {
    tx.run(R"(
        INSERT INTO concern_messages (organisation_id, id, concern_id, position, is_contacts, sealed_text, written_on)
        VALUES ($1, $2, $3, $4, $5, $6, $7))",
           organisation, message.id, concern, message.position, message.is_contacts,
           crypto::seal(keys, place_of_words(organisation, message.id), message.text), message.written_on);
}

std::optional<ConcernId> concern_of_message(db::Tx& tx, OrganisationId organisation, ConcernMessageId id) {
    return tx.value<ConcernId>("SELECT concern_id FROM concern_messages WHERE organisation_id = $1 AND id = $2",
                               organisation, id);
}

std::int64_t last_position_of(db::Tx& tx, OrganisationId organisation, ConcernId concern) {
    return tx
        .value<std::int64_t>(
            "SELECT COALESCE(MAX(position), 0) FROM concern_messages WHERE organisation_id = $1 AND concern_id = $2",
            organisation, concern)
        .value();
}

std::vector<StoredMessage> list_messages(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation,
                                         ConcernId concern) {
    std::vector<StoredMessage> messages;
    for (auto const& row : tx.all<ConcernMessageRow>(R"(
             SELECT id, position, is_contacts, sealed_text, written_on FROM concern_messages
             WHERE organisation_id = $1 AND concern_id = $2 ORDER BY position)",
                                                     organisation, concern))
        messages.push_back({row.id, row.position, row.is_contacts,
                            crypto::open(keys, place_of_words(organisation, row.id), row.sealed_text), row.written_on});
    return messages;
}

std::optional<std::string> find_note(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation, ConcernId id) {
    auto const sealed = tx.value<meta::Bytes>("SELECT sealed_note FROM concerns WHERE organisation_id = $1 AND id = $2",
                                              organisation, id);
    if (!sealed) return std::nullopt;
    return crypto::open(keys, place_of_note(organisation, id), *sealed);
}

void save_note(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation, ConcernId id,
               std::string const& text) {
    auto const sealed =
        text.empty() ? std::nullopt : std::optional(crypto::seal(keys, place_of_note(organisation, id), text));
    tx.run("UPDATE concerns SET sealed_note = $3 WHERE organisation_id = $1 AND id = $2", organisation, id, sealed);
}

std::optional<message::Excerpt> find_excerpt(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation,
                                             ConcernId id) {
    auto const sealed = tx.value<meta::Bytes>(
        "SELECT sealed_excerpt FROM concerns WHERE organisation_id = $1 AND id = $2", organisation, id);
    if (!sealed) return std::nullopt;
    return json::read<message::Excerpt>(crypto::open(keys, place_of_excerpt(organisation, id), *sealed)).value();
}

void save_excerpt(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation, ConcernId id,
                  message::Excerpt const& excerpt) {
    tx.run("UPDATE concerns SET sealed_excerpt = $3 WHERE organisation_id = $1 AND id = $2", organisation, id,
           crypto::seal(keys, place_of_excerpt(organisation, id), json::write(excerpt)));
}

std::optional<WithoutName> find_without_name(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation,
                                             ConcernId id) {
    auto const sealed = tx.value<meta::Bytes>(
        "SELECT sealed_acquaintance FROM concerns WHERE organisation_id = $1 AND id = $2", organisation, id);
    if (!sealed) return std::nullopt;
    return json::read<WithoutName>(crypto::open(keys, place_of_acquaintance(organisation, id), *sealed)).value();
}

void save_without_name(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation, ConcernId id,
                       WithoutName const& without_name) {
    tx.run("UPDATE concerns SET sealed_acquaintance = $3 WHERE organisation_id = $1 AND id = $2", organisation, id,
           crypto::seal(keys, place_of_acquaintance(organisation, id), json::write(without_name)));
}

void mark_concern_read(db::Tx& tx, OrganisationId organisation, ConcernId concern, ConcernSide side) {
    tx.run(R"(
        INSERT INTO concern_readers (organisation_id, concern_id, is_contact, read_position) VALUES ($1, $2, $3, $4)
        ON CONFLICT (organisation_id, concern_id, is_contact) DO UPDATE SET read_position = excluded.read_position)",
           organisation, concern, side == ConcernSide::contact, last_position_of(tx, organisation, concern));
}

void shorten_concerns(db::Tx& tx, Viewer const& contact, std::int32_t kept_months) {
    tx.run("UPDATE concerns SET kept_months = $3 WHERE organisation_id = $1 AND contact_id = $2 AND kept_months > $3",
           contact.organisation, contact.person, kept_months);
}

void remove_old_concerns(db::Tx& tx, OrganisationId organisation, base::Day today) {
    for (std::int32_t months = 1; months <= kLongestKeptMonths; ++months) {
        auto const before = months_after(today, -months);
        for (auto const* table : {"concern_messages", "concern_readers", "name_openings"})
            tx.run("DELETE FROM " + std::string(table) + R"( WHERE organisation_id = $1 AND concern_id IN (
                       SELECT id FROM concerns WHERE organisation_id = $1 AND kept_months = $2 AND last_on < $3))",
                   organisation, months, before);
        tx.run("DELETE FROM concerns WHERE organisation_id = $1 AND kept_months = $2 AND last_on < $3", organisation,
               months, before);
    }
}

std::string name_of(db::Tx& tx, OrganisationId organisation, PersonId person) {
    return tx
        .value<std::string>("SELECT COALESCE(called_name, name) FROM people WHERE organisation_id = $1 AND id = $2",
                            organisation, person)
        .value();
}

}  // namespace care::store

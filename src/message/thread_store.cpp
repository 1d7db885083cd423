#include "message/thread_store.hpp"

#include "base/text.hpp"
#include "pairing/pairing_store.hpp"
#include "platform/crypto/seal.hpp"
#include "platform/page_of_rows.hpp"

namespace message::store {
namespace {

struct MessageRow {
    MessageId id;
    std::int64_t position;
    PersonId person_id;
    std::optional<meta::Bytes> sealed_text;
    base::Instant written_at;
    std::optional<base::Instant> edited_at;
    std::optional<base::Instant> taken_back_at;
};
BOOST_DESCRIBE_STRUCT(MessageRow, (), (id, position, person_id, sealed_text, written_at, edited_at, taken_back_at))

struct PlacedRow : MessageRow {
    PairingId pairing_id;
};
BOOST_DESCRIBE_STRUCT(PlacedRow, (MessageRow), (pairing_id))

struct StandingRow {
    bool has_blocked;
    bool is_other_reachable;
};
BOOST_DESCRIBE_STRUCT(StandingRow, (), (has_blocked, is_other_reachable))

struct ReadingRow {
    std::int64_t read_position;
    std::int64_t unread;
};
BOOST_DESCRIBE_STRUCT(ReadingRow, (), (read_position, unread))

struct WaitingRow {
    PairingId pairing_id;
    PersonId person_id;
    std::int64_t position;
};
BOOST_DESCRIBE_STRUCT(WaitingRow, (), (pairing_id, person_id, position))

constexpr std::array kMessageSortings{
    page::Sorting{MessageSort::written_at, "m.written_at", page::Compared::as_number, page::Order::descending}};
constexpr page::Listing kMessages{
    "m.id, m.position, m.person_id, m.sealed_text, m.written_at, m.edited_at, m.taken_back_at",
    "FROM messages m WHERE m.organisation_id = $1 AND m.pairing_id = $2", "m.position"};

crypto::SealedPlace place_of_text(OrganisationId organisation, MessageId id) {
    return {"messages", "sealed_text", base::any(organisation), base::any(id)};
}

Message opened(crypto::Keys const& keys, OrganisationId organisation, MessageRow const& row) {
    Message message{row.id, row.position, row.person_id, {}, row.written_at, row.edited_at, row.taken_back_at};
    if (row.sealed_text) message.text = crypto::open(keys, place_of_text(organisation, row.id), *row.sealed_text);
    return message;
}

std::optional<meta::Bytes> sealed(crypto::Keys const& keys, OrganisationId organisation, Message const& message) {
    if (!message.text) return std::nullopt;
    return crypto::seal(keys, place_of_text(organisation, message.id), *message.text);
}

Thread thread_of(db::Tx& tx, Viewer const& viewer, pairing::Pairing const& pairing) {
    Thread thread{pairing, *viewer.person};
    auto const row = tx.one<StandingRow>(R"(
        SELECT EXISTS (SELECT 1 FROM thread_blocks WHERE organisation_id = $1 AND pairing_id = $2 AND person_id = $3)
                   AS has_blocked,
               other.is_active AND NOT EXISTS (SELECT 1 FROM thread_blocks block
                                               WHERE block.organisation_id = $1 AND block.pairing_id = $2
                                                 AND block.person_id = other.id) AS is_other_reachable
        FROM people other WHERE other.organisation_id = $1 AND other.id = $4)",
                                         viewer.organisation, thread.pairing.id, thread.own, thread.other());
    thread.has_blocked = row.value().has_blocked;
    thread.is_other_reachable = row.value().is_other_reachable;
    return thread;
}

// Nothing is searched but what was opened here, for one of the two, and forgotten with the answer.
base::Result<page::Rows<Message>> search(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation,
                                         PairingId thread, MessagesQuery const& query) {
    auto const part = base::fold(*query.search);
    std::vector<page::Keyed<Message, page::ByPosition>> found;
    for (auto const& row : tx.all<MessageRow>(R"(
             SELECT id, position, person_id, sealed_text, written_at, edited_at, taken_back_at FROM messages
             WHERE organisation_id = $1 AND pairing_id = $2 AND sealed_text IS NOT NULL
             ORDER BY position DESC LIMIT $3)",
                                              organisation, thread, kMostSearched)) {
        auto message = opened(keys, organisation, row);
        if (base::fold(*message.text).find(part) == std::string::npos) continue;
        found.push_back({std::move(message), std::to_string(row.written_at.microseconds), {row.position}});
    }
    return page::among(std::move(found), query, kMessageSortings);
}

}  // namespace

std::optional<Thread> find_thread(db::Tx& tx, Viewer const& viewer, PairingId id) {
    auto pairing = pairing::store::find_mine(tx, viewer, id);
    if (!pairing) return std::nullopt;
    return thread_of(tx, viewer, *pairing);
}

std::vector<Thread> list_threads(db::Tx& tx, Viewer const& viewer) {
    std::vector<Thread> threads;
    for (auto const& pairing : pairing::store::list_mine(tx, viewer)) threads.push_back(thread_of(tx, viewer, pairing));
    return threads;
}

std::int64_t last_position(db::Tx& tx, OrganisationId organisation, PairingId thread) {
    return tx
        .value<std::int64_t>(
            "SELECT COALESCE(MAX(position), 0) FROM messages WHERE organisation_id = $1 AND pairing_id = $2",
            organisation, thread)
        .value();
}

void insert_message(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation, PairingId thread,
                    Message const& message) {
    tx.run(R"(
        INSERT INTO messages (organisation_id, id, pairing_id, position, person_id, sealed_text, written_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7))",
           organisation, message.id, thread, message.position, message.person_id, sealed(keys, organisation, message),
           message.written_at);
}

void save_message(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation, Message const& message) {
    tx.run(R"(
        UPDATE messages SET sealed_text = $3, edited_at = $4, taken_back_at = $5
        WHERE organisation_id = $1 AND id = $2)",
           organisation, message.id, sealed(keys, organisation, message), message.edited_at, message.taken_back_at);
}

std::optional<Placed> find_message(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation, MessageId id) {
    auto const row = tx.one<PlacedRow>(R"(
        SELECT id, position, person_id, sealed_text, written_at, edited_at, taken_back_at, pairing_id FROM messages
        WHERE organisation_id = $1 AND id = $2)",
                                       organisation, id);
    if (!row) return std::nullopt;
    return Placed{row->pairing_id, opened(keys, organisation, *row)};
}

base::Result<page::Rows<Message>> list_messages(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation,
                                                PairingId thread, MessagesQuery const& query) {
    if (query.search) return search(tx, keys, organisation, thread, query);
    TRY(rows, (page::read<MessageRow, page::ByPosition>(tx, query, kMessageSortings, kMessages, organisation, thread)));
    page::Rows<Message> messages;
    page::fill(messages, std::move(rows), [&](MessageRow const& row) { return opened(keys, organisation, row); });
    return messages;
}

Reading reading_of(db::Tx& tx, OrganisationId organisation, PairingId thread, PersonId person) {
    auto const row = tx.one<ReadingRow>(R"(
        SELECT reader.read_position AS read_position, (
            SELECT COUNT(*) FROM messages m
            WHERE m.organisation_id = $1 AND m.pairing_id = $2 AND m.position > reader.read_position
              AND m.person_id <> $3 AND m.taken_back_at IS NULL) AS unread
        FROM (SELECT COALESCE(MAX(read_position), 0) AS read_position FROM thread_readers
              WHERE organisation_id = $1 AND pairing_id = $2 AND person_id = $3) reader)",
                                        organisation, thread, person);
    return {row->read_position, row->unread};
}

void mark_read(db::Tx& tx, OrganisationId organisation, PairingId thread, PersonId person, std::int64_t position) {
    auto const upto = std::min(position, last_position(tx, organisation, thread));
    tx.run(R"(
        INSERT INTO thread_readers (organisation_id, pairing_id, person_id, read_position) VALUES ($1, $2, $3, $4)
        ON CONFLICT (organisation_id, pairing_id, person_id) DO UPDATE SET read_position = excluded.read_position
        WHERE thread_readers.read_position < excluded.read_position)",
           organisation, thread, person, upto);
}

void forget_thread(db::Tx& tx, OrganisationId organisation, PairingId thread) {
    for (auto const* table : {"attachments", "messages", "thread_readers", "thread_blocks"})
        tx.run("DELETE FROM " + std::string(table) + " WHERE organisation_id = $1 AND pairing_id = $2", organisation,
               thread);
}

void insert_block(db::Tx& tx, OrganisationId organisation, PairingId thread, PersonId person) {
    tx.run(R"(
        INSERT INTO thread_blocks (organisation_id, pairing_id, person_id) VALUES ($1, $2, $3)
        ON CONFLICT (organisation_id, pairing_id, person_id) DO NOTHING)",
           organisation, thread, person);
}

void remove_block(db::Tx& tx, OrganisationId organisation, PairingId thread, PersonId person) {
    tx.run("DELETE FROM thread_blocks WHERE organisation_id = $1 AND pairing_id = $2 AND person_id = $3", organisation,
           thread, person);
}

std::vector<Waiting> list_waiting(db::Tx& tx, OrganisationId organisation, WaitingBetween const& times) {
    std::vector<Waiting> waiting;
    for (auto const& row : tx.all<WaitingRow>(R"(
             SELECT m.pairing_id AS pairing_id, reader.person_id AS person_id, MAX(m.position) AS position
             FROM messages m
             JOIN pairing_people reader ON reader.organisation_id = m.organisation_id
              AND reader.pairing_id = m.pairing_id AND reader.person_id <> m.person_id
             LEFT JOIN thread_readers told ON told.organisation_id = m.organisation_id
              AND told.pairing_id = m.pairing_id AND told.person_id = reader.person_id
             WHERE m.organisation_id = $1 AND m.written_at > $2 AND m.written_at <= $3 AND m.taken_back_at IS NULL
               AND m.position > COALESCE(told.read_position, 0) AND m.position > COALESCE(told.told_position, 0)
               AND (told.told_at IS NULL OR told.told_at <= $4)
             GROUP BY m.pairing_id, reader.person_id ORDER BY m.pairing_id, reader.person_id)",
                                              organisation, times.since, times.until, times.told_before))
        waiting.push_back({row.pairing_id, row.person_id, row.position});
    return waiting;
}

void mark_told(db::Tx& tx, OrganisationId organisation, Waiting const& waiting, base::Instant now) {
    tx.run(R"(
        INSERT INTO thread_readers (organisation_id, pairing_id, person_id, told_position, told_at)
        VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT (organisation_id, pairing_id, person_id) DO UPDATE
        SET told_position = excluded.told_position, told_at = excluded.told_at)",
           organisation, waiting.pairing_id, waiting.person_id, waiting.position, now);
}

}  // namespace message::store

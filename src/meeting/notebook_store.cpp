#include "meeting/notebook_store.hpp"

#include <algorithm>

#include "platform/crypto/seal.hpp"
#include "platform/json.hpp"

namespace meeting::store {
namespace {

struct ItemRow {
    AgendaItemId id;
    std::int32_t version;
    std::int32_t position;
    Side lane;
    meta::Bytes sealed_text;
};
BOOST_DESCRIBE_STRUCT(ItemRow, (), (id, version, position, lane, sealed_text))

struct NoteRow {
    base::AnyId id;
    std::int32_t version;
    meta::Bytes sealed_text;
};
BOOST_DESCRIBE_STRUCT(NoteRow, (), (id, version, sealed_text))

struct PromiseRow {
    PromiseId id;
    MeetingId meeting_id;
    std::int32_t version;
    std::int32_t position;
    Side side;
    meta::Bytes sealed_text;
    std::optional<base::Day> due_on;
    bool is_done;
};
BOOST_DESCRIBE_STRUCT(PromiseRow, (), (id, meeting_id, version, position, side, sealed_text, due_on, is_done))

struct TeachBackRow {
    base::AnyId id;
    std::int32_t version;
    meta::Bytes sealed_ticks;
};
BOOST_DESCRIBE_STRUCT(TeachBackRow, (), (id, version, sealed_ticks))

struct LaneRow {
    MeetingId meeting_id;
    base::Instant starts_at;
    std::int64_t mentor_items;
    std::int64_t mentee_items;
};
BOOST_DESCRIBE_STRUCT(LaneRow, (), (meeting_id, starts_at, mentor_items, mentee_items))

crypto::SealedPlace place_in(std::string_view table, Shelf const& shelf, base::AnyId row) {
    return {table, "sealed_text", base::any(shelf.organisation), row};
}
crypto::SealedPlace place_of_ticks(Shelf const& shelf, base::AnyId row) {
    return {"teach_backs", "sealed_ticks", base::any(shelf.organisation), row};
}

Note opened(Shelf const& shelf, std::string_view table, std::optional<NoteRow> const& row) {
    if (!row) return {};
    return {row->version, crypto::open(shelf.keys, place_in(table, shelf, row->id), row->sealed_text)};
}

struct OpenedTeachBack {
    base::AnyId id;
    TeachBack teach_back;
};

std::vector<OpenedTeachBack> open_teach_backs(db::Tx& tx, Shelf const& shelf) {
    std::vector<OpenedTeachBack> all;
    for (auto const& row : tx.all<TeachBackRow>(R"(
             SELECT id, version, sealed_ticks FROM teach_backs WHERE organisation_id = $1 AND pairing_id = $2)",
                                                shelf.organisation, shelf.pairing)) {
        auto const text = crypto::open(shelf.keys, place_of_ticks(shelf, row.id), row.sealed_ticks);
        all.push_back({row.id, json::read<TeachBack>(text).value()});
    }
    std::ranges::sort(all, {}, [](OpenedTeachBack const& one) { return one.teach_back.topic; });
    return all;
}

}  // namespace

std::vector<AgendaItem> list_agenda(db::Tx& tx, Shelf const& shelf) {
    std::vector<AgendaItem> items;
    for (auto const& row : tx.all<ItemRow>(R"(
             SELECT id, version, position, lane, sealed_text FROM agenda_items
             WHERE organisation_id = $1 AND meeting_id = $2 ORDER BY position)",
                                           shelf.organisation, shelf.meeting))
        items.push_back(
            {row.id, row.version, row.position, row.lane,
             crypto::open(shelf.keys, place_in("agenda_items", shelf, base::any(row.id)), row.sealed_text)});
    return items;
}

bool is_taken(db::Tx& tx, Shelf const& shelf, AgendaItemId id) {
    return tx
        .value<std::int64_t>("SELECT 1 FROM agenda_items WHERE organisation_id = $1 AND id = $2", shelf.organisation,
                             id)
        .has_value();
}

void save_item(db::Tx& tx, Shelf const& shelf, AgendaItem const& item) {
    tx.run(R"(
        INSERT INTO agenda_items (organisation_id, id, meeting_id, version, position, lane, sealed_text)
        VALUES ($1, $2, $3, $4, $5, $6, $7)
        ON CONFLICT (organisation_id, id) DO UPDATE
        SET version = excluded.version, lane = excluded.lane, sealed_text = excluded.sealed_text)",
           shelf.organisation, item.id, shelf.meeting, item.version, item.position, item.lane,
           crypto::seal(shelf.keys, place_in("agenda_items", shelf, base::any(item.id)), item.text));
}

void remove_item(db::Tx& tx, Shelf const& shelf, AgendaItemId id) {
    tx.run("DELETE FROM agenda_items WHERE organisation_id = $1 AND meeting_id = $2 AND id = $3", shelf.organisation,
           shelf.meeting, id);
}

Note find_private_note(db::Tx& tx, Shelf const& shelf, Side side) {
    return opened(shelf, "private_notes",
                  tx.one<NoteRow>(R"(
        SELECT id, version, sealed_text FROM private_notes
        WHERE organisation_id = $1 AND meeting_id = $2 AND side = $3)",
                                  shelf.organisation, shelf.meeting, side));
}

void save_private_note(db::Tx& tx, Shelf const& shelf, Side side, Note const& note) {
    tx.run("DELETE FROM private_notes WHERE organisation_id = $1 AND meeting_id = $2 AND side = $3", shelf.organisation,
           shelf.meeting, side);
    auto const id = tx.make_id<base::AnyId>();
    tx.run(R"(
        INSERT INTO private_notes (organisation_id, id, meeting_id, side, version, sealed_text)
        VALUES ($1, $2, $3, $4, $5, $6))",
           shelf.organisation, id, shelf.meeting, side, note.version,
           crypto::seal(shelf.keys, place_in("private_notes", shelf, id), note.text));
}

Note find_shared_note(db::Tx& tx, Shelf const& shelf) {
    return opened(shelf, "shared_notes",
                  tx.one<NoteRow>(R"(
        SELECT id, version, sealed_text FROM shared_notes WHERE organisation_id = $1 AND meeting_id = $2)",
                                  shelf.organisation, shelf.meeting));
}

void save_shared_note(db::Tx& tx, Shelf const& shelf, Note const& note) {
    tx.run("DELETE FROM shared_notes WHERE organisation_id = $1 AND meeting_id = $2", shelf.organisation,
           shelf.meeting);
    auto const id = tx.make_id<base::AnyId>();
    tx.run(R"(
        INSERT INTO shared_notes (organisation_id, id, meeting_id, version, sealed_text)
        VALUES ($1, $2, $3, $4, $5))",
           shelf.organisation, id, shelf.meeting, note.version,
           crypto::seal(shelf.keys, place_in("shared_notes", shelf, id), note.text));
}

std::vector<Promise> list_promises(db::Tx& tx, Shelf const& shelf) {
    std::vector<Promise> promises;
    for (auto const& row : tx.all<PromiseRow>(R"(
             SELECT p.id, p.meeting_id, p.version, p.position, p.side, p.sealed_text, p.due_on, p.is_done
             FROM promises p
             JOIN meetings m ON m.organisation_id = p.organisation_id AND m.id = p.meeting_id
             WHERE p.organisation_id = $1 AND m.pairing_id = $2 AND (p.meeting_id = $3 OR NOT p.is_done)
             ORDER BY m.opened_at, m.id, p.position)",
                                              shelf.organisation, shelf.pairing, shelf.meeting))
        promises.push_back({row.id, row.meeting_id, row.version, row.position, row.side,
                            crypto::open(shelf.keys, place_in("promises", shelf, base::any(row.id)), row.sealed_text),
                            row.due_on, row.is_done});
    return promises;
}

bool is_taken(db::Tx& tx, Shelf const& shelf, PromiseId id) {
    return tx
        .value<std::int64_t>("SELECT 1 FROM promises WHERE organisation_id = $1 AND id = $2", shelf.organisation, id)
        .has_value();
}

void save_promise(db::Tx& tx, Shelf const& shelf, Promise const& promise) {
    tx.run(R"(
        INSERT INTO promises (organisation_id, id, meeting_id, version, position, side, sealed_text, due_on, is_done)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
        ON CONFLICT (organisation_id, id) DO UPDATE
        SET version = excluded.version, side = excluded.side, sealed_text = excluded.sealed_text,
            due_on = excluded.due_on, is_done = excluded.is_done)",
           shelf.organisation, promise.id, promise.meeting_id, promise.version, promise.position, promise.side,
           crypto::seal(shelf.keys, place_in("promises", shelf, base::any(promise.id)), promise.text), promise.due_on,
           promise.is_done);
}

void remove_promise(db::Tx& tx, Shelf const& shelf, PromiseId id) {
    tx.run("DELETE FROM promises WHERE organisation_id = $1 AND id = $2", shelf.organisation, id);
}

std::vector<TeachBack> list_teach_backs(db::Tx& tx, Shelf const& shelf) {
    std::vector<TeachBack> teach_backs;
    for (auto& one : open_teach_backs(tx, shelf)) teach_backs.push_back(std::move(one.teach_back));
    return teach_backs;
}

// Which topic a row is of stands inside it.
void save_teach_back(db::Tx& tx, Shelf const& shelf, TeachBack const& teach_back) {
    auto id = tx.make_id<base::AnyId>();
    for (auto const& one : open_teach_backs(tx, shelf))
        if (one.teach_back.topic == teach_back.topic) id = one.id;
    tx.run(R"(
        INSERT INTO teach_backs (organisation_id, id, pairing_id, version, sealed_ticks) VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT (organisation_id, id) DO UPDATE
        SET version = excluded.version, sealed_ticks = excluded.sealed_ticks)",
           shelf.organisation, id, shelf.pairing, teach_back.version,
           crypto::seal(shelf.keys, place_of_ticks(shelf, id), json::write(teach_back)));
}

void forget_notebooks(db::Tx& tx, access::OrganisationId organisation, PairingId pairing) {
    for (auto const* table : {"agenda_items", "private_notes", "shared_notes", "promises"})
        tx.run("DELETE FROM " + std::string(table) + R"( WHERE organisation_id = $1 AND meeting_id IN (
                   SELECT id FROM meetings WHERE organisation_id = $1 AND pairing_id = $2))",
               organisation, pairing);
    tx.run("DELETE FROM teach_backs WHERE organisation_id = $1 AND pairing_id = $2", organisation, pairing);
}

std::vector<LaneUse> lanes_used(db::Tx& tx, access::OrganisationId organisation, PairingId pairing) {
    std::vector<LaneUse> lanes;
    for (auto const& row : tx.all<LaneRow>(R"(
             SELECT m.id AS meeting_id, m.starts_at,
                    (SELECT COUNT(*) FROM agenda_items i WHERE i.organisation_id = m.organisation_id
                        AND i.meeting_id = m.id AND i.lane = 'mentor') AS mentor_items,
                    (SELECT COUNT(*) FROM agenda_items i WHERE i.organisation_id = m.organisation_id
                        AND i.meeting_id = m.id AND i.lane = 'mentee') AS mentee_items
             FROM meetings m
             WHERE m.organisation_id = $1 AND m.pairing_id = $2 AND m.held_at IS NOT NULL
             ORDER BY m.starts_at, m.id)",
                                           organisation, pairing))
        lanes.push_back({row.meeting_id, row.starts_at, static_cast<std::int32_t>(row.mentor_items),
                         static_cast<std::int32_t>(row.mentee_items)});
    return lanes;
}

}  // namespace meeting::store

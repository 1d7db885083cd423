#include "voice/front_line_note_store.hpp"

#include "ballot/respondent_store.hpp"
#include "platform/crypto/seal.hpp"
#include "platform/json.hpp"
#include "programme/called_store.hpp"

namespace voice::store {
namespace {

struct SealedDraft {
    FrontLineNoteId id;
    meta::Bytes writer;
    meta::Bytes sealed_draft;
};
BOOST_DESCRIBE_STRUCT(SealedDraft, (), (id, writer, sealed_draft))

struct SealedNote {
    FrontLineNoteId id;
    base::Day week_on;
    meta::Bytes sealed_note;
};
BOOST_DESCRIBE_STRUCT(SealedNote, (), (id, week_on, sealed_note))

crypto::SealedPlace place_of_draft(OrganisationId organisation, FrontLineNoteId id) {
    return {"note_drafts", "sealed_draft", base::any(organisation), base::any(id)};
}
crypto::SealedPlace place_of_note(OrganisationId organisation, FrontLineNoteId id) {
    return {"front_line_notes", "sealed_note", base::any(organisation), base::any(id)};
}
crypto::SealedPlace place_of_partner_note(OrganisationId organisation, PartnerNoteId id) {
    return {"partner_notes", "sealed_text", base::any(organisation), base::any(id)};
}

OwnDraft opened(crypto::Keys const& keys, OrganisationId organisation, SealedDraft const& row) {
    return {row.id,
            json::read<NoteDraft>(crypto::open(keys, place_of_draft(organisation, row.id), row.sealed_draft)).value()};
}

}  // namespace

meta::Bytes writer_of(crypto::Key const& key, PersonId person) {
    return ballot::store::respondent_of(key, person, "front-line note");
}

std::string partner_mark_of(crypto::Key const& key, PersonId person) {
    return crypto::to_base64url(ballot::store::respondent_of(key, person, "partner of a front-line note").octets);
}

std::vector<PersonId> list_writers(db::Tx& tx, OrganisationId organisation, ProgrammeId programme, Writers which) {
    static std::string const kAll = R"(
        SELECT DISTINCT e.person_id FROM enrolments e
        JOIN people p ON p.organisation_id = e.organisation_id AND p.id = e.person_id AND p.is_active
        WHERE e.organisation_id = $1 AND e.programme_id = $2 AND e.side = 'mentor' AND e.state IN ('joined', 'paused'))";
    static std::string const kAuthors = kAll + R"(
          AND NOT EXISTS (SELECT 1 FROM roles r WHERE r.organisation_id = e.organisation_id
                            AND r.programme_id = e.programme_id AND r.person_id = e.person_id
                            AND r.role = 'coordinator'))";
    return tx.values<PersonId>(which == Writers::all ? kAll : kAuthors, organisation, programme);
}

std::vector<ProgrammeId> list_written_in(db::Tx& tx, Viewer const& viewer) {
    return tx.values<ProgrammeId>(R"(
        SELECT p.id FROM enrolments e
        JOIN programmes p ON p.organisation_id = e.organisation_id AND p.id = e.programme_id
        WHERE e.organisation_id = $1 AND e.person_id = $2 AND e.side = 'mentor' AND e.state IN ('joined', 'paused')
          AND p.state NOT IN ('draft', 'closed') ORDER BY p.id)",
                                  viewer.organisation, viewer.person);
}

std::vector<NoteReader> list_note_readers(db::Tx& tx, OrganisationId organisation, ProgrammeId programme) {
    return tx.all<NoteReader>(R"(
        SELECT p.id, COALESCE(p.called_name, p.name) AS name FROM people p
        WHERE p.organisation_id = $1 AND p.is_active
          AND EXISTS (SELECT 1 FROM roles r WHERE r.organisation_id = $1 AND r.programme_id = $2
                        AND r.person_id = p.id AND r.role = 'coordinator')
        ORDER BY p.name_folded, p.id)",
                              organisation, programme);
}

std::optional<PersonId> find_note_partner(db::Tx& tx, OrganisationId organisation, ProgrammeId programme,
                                          PersonId author) {
    return tx.value<PersonId>(R"(
        SELECT theirs.person_id FROM pairing_people own
        JOIN pairings p ON p.organisation_id = own.organisation_id AND p.id = own.pairing_id
        JOIN pairing_people theirs ON theirs.organisation_id = own.organisation_id
             AND theirs.pairing_id = own.pairing_id AND theirs.side = 'mentee'
        WHERE own.organisation_id = $1 AND own.person_id = $3 AND own.side = 'mentor' AND p.programme_id = $2
          AND p.started_at IS NOT NULL
        ORDER BY p.started_at DESC, p.id LIMIT 1)",
                              organisation, programme, author);
}

std::vector<OwnDraft> list_drafts(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation,
                                  ProgrammeId programme, meta::Bytes const& writer) {
    std::vector<OwnDraft> drafts;
    for (auto const& row : tx.all<SealedDraft>(R"(
             SELECT id, writer, sealed_draft FROM note_drafts
             WHERE organisation_id = $1 AND programme_id = $2 AND writer = $3 ORDER BY id)",
                                               organisation, programme, writer))
        drafts.push_back(opened(keys, organisation, row));
    return drafts;
}

std::optional<NoteDraft> find_draft(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation,
                                    ProgrammeId programme, meta::Bytes const& writer, FrontLineNoteId id) {
    auto const row = tx.one<SealedDraft>(R"(
        SELECT id, writer, sealed_draft FROM note_drafts
        WHERE organisation_id = $1 AND programme_id = $2 AND writer = $3 AND id = $4)",
                                         organisation, programme, writer, id);
    if (!row) return std::nullopt;
    return opened(keys, organisation, *row).draft;
}

bool save_draft(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation, ProgrammeId programme,
                meta::Bytes const& writer, FrontLineNoteId id, NoteDraft const& draft) {
    return tx.run(R"(
        INSERT INTO note_drafts (organisation_id, id, programme_id, writer, sealed_draft) VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT (organisation_id, id) DO UPDATE SET sealed_draft = excluded.sealed_draft
        WHERE note_drafts.writer = excluded.writer AND note_drafts.programme_id = excluded.programme_id)",
                  organisation, id, programme, writer,
                  crypto::seal(keys, place_of_draft(organisation, id), json::write(draft))) == 1;
}

void delete_draft(db::Tx& tx, OrganisationId organisation, FrontLineNoteId id) {
    tx.run("DELETE FROM note_drafts WHERE organisation_id = $1 AND id = $2", organisation, id);
}

std::vector<DraftOf> list_all_drafts(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation,
                                     ProgrammeId programme) {
    std::vector<DraftOf> drafts;
    for (auto const& row : tx.all<SealedDraft>(R"(
             SELECT id, writer, sealed_draft FROM note_drafts
             WHERE organisation_id = $1 AND programme_id = $2 ORDER BY writer, id)",
                                               organisation, programme))
        drafts.push_back({row.writer, opened(keys, organisation, row)});
    return drafts;
}

std::vector<ProgrammeId> list_to_release(db::Tx& tx, OrganisationId organisation) {
    return tx.values<ProgrammeId>(R"(
        SELECT p.id FROM programmes p
        WHERE p.organisation_id = $1 AND p.state NOT IN ('draft', 'closed')
          AND (EXISTS (SELECT 1 FROM note_drafts d WHERE d.organisation_id = $1 AND d.programme_id = p.id)
               OR EXISTS (SELECT 1 FROM front_line_themes t WHERE t.organisation_id = $1 AND t.programme_id = p.id
                            AND t.shown_on IS NULL))
        ORDER BY p.id)",
                                  organisation);
}

void insert_released(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation, ProgrammeId programme,
                     base::Day week_on, Released const& note) {
    auto const id = tx.make_id<FrontLineNoteId>();
    tx.run(R"(INSERT INTO front_line_notes (organisation_id, id, programme_id, week_on, audience, sealed_note)
              VALUES ($1, $2, $3, $4, $5, $6))",
           organisation, id, programme, week_on, note.audience,
           crypto::seal(keys, place_of_note(organisation, id), json::write(note)));
}

std::vector<ReleasedRow> list_released(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation,
                                       ProgrammeId programme) {
    std::vector<ReleasedRow> notes;
    for (auto const& row : tx.all<SealedNote>(R"(
             SELECT id, week_on, sealed_note FROM front_line_notes
             WHERE organisation_id = $1 AND programme_id = $2 ORDER BY week_on DESC, id LIMIT 500)",
                                              organisation, programme))
        notes.push_back(
            {row.id, row.week_on,
             json::read<Released>(crypto::open(keys, place_of_note(organisation, row.id), row.sealed_note)).value()});
    return notes;
}

void insert_partner_note(db::Tx& tx, crypto::Keys const& keys, Viewer const& author, ProgrammeId programme,
                         PersonId reader, std::string const& text, base::Day today) {
    auto const id = tx.make_id<PartnerNoteId>();
    tx.run(R"(INSERT INTO partner_notes (organisation_id, id, programme_id, author_id, reader_id, sent_on, sealed_text)
              VALUES ($1, $2, $3, $4, $5, $6, $7))",
           author.organisation, id, programme, author.person, reader, today,
           crypto::seal(keys, place_of_partner_note(author.organisation, id), text));
}

std::vector<PartnerNote> list_received(db::Tx& tx, crypto::Keys const& keys, Viewer const& viewer) {
    std::vector<PartnerNote> received;
    for (auto& row : tx.all<PartnerNoteRow>(R"(
             SELECT n.id, n.programme_id, COALESCE(p.called_name, p.name) AS author, n.sent_on, n.sealed_text
             FROM partner_notes n JOIN people p ON p.organisation_id = n.organisation_id AND p.id = n.author_id
             WHERE n.organisation_id = $1 AND n.reader_id = $2 ORDER BY n.sent_on DESC, n.id LIMIT 100)",
                                            viewer.organisation, viewer.person))
        received.push_back({row.id,
                            programme::store::find_called(tx, viewer.organisation, row.programme_id, viewer.language),
                            row.sent_on,
                            {NoteAudience::partner, std::move(row.author),
                             crypto::open(keys, place_of_partner_note(viewer.organisation, row.id), row.sealed_text)}});
    return received;
}

void forget_notes(db::Tx& tx, OrganisationId organisation, base::Day last_before) {
    std::string const over = R"( IN (
        SELECT p.id FROM programmes p
        JOIN closings c ON c.organisation_id = p.organisation_id AND c.programme_id = p.id
        WHERE p.organisation_id = $1 AND p.state = 'closed' AND c.closes_on < $2))";
    for (auto const* table : {"note_drafts", "front_line_notes", "partner_notes"})
        tx.run("DELETE FROM " + std::string(table) + " WHERE organisation_id = $1 AND programme_id" + over,
               organisation, last_before);
}

}  // namespace voice::store

#pragma once
// The only SQL that writes note_drafts, front_line_notes and partner_notes. Texts are sealed. Until it goes out a note
// stands under its writer's mark; what has gone out stands under nobody's.

#include <optional>
#include <string>
#include <vector>

#include "access/viewer.hpp"
#include "platform/crypto/key_folder.hpp"
#include "platform/crypto/secret.hpp"
#include "platform/db/db.hpp"
#include "voice/front_line_shapes.hpp"

namespace voice::store {

using access::OrganisationId;
using access::Viewer;

// The marks by which notes mean people (ballot/respondent_store.hpp): one for who writes, one for whose partner they
// are, so that the two cannot be laid side by side.
meta::Bytes writer_of(crypto::Key const& key, PersonId person);
std::string partner_mark_of(crypto::Key const& key, PersonId person);

// Who has joined to bring something, also whoever rests. authors: without those who coordinate the programme, because
// they would know which note is theirs.
enum class Writers { all, authors };
std::vector<PersonId> list_writers(db::Tx& tx, OrganisationId organisation, ProgrammeId programme, Writers which);
// Programmes that run, in which the viewer writes.
std::vector<ProgrammeId> list_written_in(db::Tx& tx, Viewer const& viewer);
// Who reads what goes out, by name.
struct NoteReader {
    PersonId id;
    std::string name;
};
BOOST_DESCRIBE_STRUCT(NoteReader, (), (id, name))
std::vector<NoteReader> list_note_readers(db::Tx& tx, OrganisationId organisation, ProgrammeId programme);
// Whose partner somebody is or was last, in a pair that has started.
std::optional<PersonId> find_note_partner(db::Tx& tx, OrganisationId organisation, ProgrammeId programme,
                                          PersonId author);

struct OwnDraft {
    FrontLineNoteId id;
    NoteDraft draft;
};
std::vector<OwnDraft> list_drafts(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation,
                                  ProgrammeId programme, meta::Bytes const& writer);
std::optional<NoteDraft> find_draft(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation,
                                    ProgrammeId programme, meta::Bytes const& writer, FrontLineNoteId id);
// False when the id is somebody else's.
bool save_draft(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation, ProgrammeId programme,
                meta::Bytes const& writer, FrontLineNoteId id, NoteDraft const& draft);
void delete_draft(db::Tx& tx, OrganisationId organisation, FrontLineNoteId id);

struct DraftOf {
    meta::Bytes writer;
    OwnDraft own;
};
// Everything that is written and has not gone out, in the order of marks, which is chance.
std::vector<DraftOf> list_all_drafts(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation,
                                     ProgrammeId programme);
// Programmes that run, in which anything waits or a theme may be shown.
std::vector<ProgrammeId> list_to_release(db::Tx& tx, OrganisationId organisation);

// A note that goes out: its words, and sealed with them the marks that a theme is proved by.
struct Released {
    NoteAudience audience = NoteAudience::coordinator;
    std::string text;
    std::string author;
    std::string partner;
};
BOOST_DESCRIBE_STRUCT(Released, (), (audience, text, author, partner))
void insert_released(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation, ProgrammeId programme,
                     base::Day week_on, Released const& note);

struct ReleasedRow {
    FrontLineNoteId id;
    base::Day week_on;
    Released note;
};
// The latest week first; within it in the order of ids, which is chance. The latest five hundred.
std::vector<ReleasedRow> list_released(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation,
                                       ProgrammeId programme);

void insert_partner_note(db::Tx& tx, crypto::Keys const& keys, Viewer const& author, ProgrammeId programme,
                         PersonId reader, std::string const& text, base::Day today);
struct PartnerNoteRow {
    PartnerNoteId id;
    ProgrammeId programme_id;
    std::string author;
    base::Day sent_on;
    meta::Bytes sealed_text;
};
BOOST_DESCRIBE_STRUCT(PartnerNoteRow, (), (id, programme_id, author, sent_on, sealed_text))
// To the viewer: the latest hundred, the newest first.
std::vector<PartnerNote> list_received(db::Tx& tx, crypto::Keys const& keys, Viewer const& viewer);

// Of programmes whose last pairs ended before that day.
void forget_notes(db::Tx& tx, OrganisationId organisation, base::Day last_before);

}  // namespace voice::store

#pragma once
// The verbs of front-line notes. Writing, sending and taking back are private acts (rules 4), and so is what goes out
// on a Monday: no row says that anybody wrote.

#include "access/viewer.hpp"
#include "audit/event.hpp"
#include "platform/crypto/key_files.hpp"
#include "platform/crypto/key_folder.hpp"
#include "platform/jobs/schedule.hpp"
#include "voice/front_line_note_store.hpp"

namespace voice {

inline constexpr audit::Kind kNoteWritten{"front_line_note.written", audit::Private::yes};
inline constexpr audit::Kind kNoteSent{"front_line_note.sent", audit::Private::yes};
inline constexpr audit::Kind kNotesReleased{"front_line_notes.released", audit::Private::yes};
inline constexpr audit::Kind kThemeShown{"front_line_theme.shown"};

struct NoteKeys {
    crypto::Keys const& seal;
    crypto::KeyFiles const& files;
};

// How the viewer is meant in the notes of a programme they bring something in. Refuses: not found; notes_not_ready in
// the first hour of a programme, before its secret is made.
base::Result<crypto::Key> key_for_writing(db::Tx& tx, NoteKeys const& keys, access::Viewer const& viewer,
                                          ProgrammeId programme);

// With an id that is new, or that of one's own. Refuses: stale, note_waits, too_many_notes, programme_closed; at /text
// too_short, at /pairing_id required or not_there.
base::Result<bool> write_note(db::Tx& tx, NoteKeys const& keys, access::Viewer const& viewer, ProgrammeId programme,
                              FrontLineNoteId id, NoteWanted const& wanted, base::Instant now);
// As it was previewed. To the partner at once; else it waits for Monday. Refuses: stale, note_waits, programme_closed,
// too_few_could_have_written, coordinator_writes; at /pairing_id not_there.
base::Result<bool> send_note(db::Tx& tx, NoteKeys const& keys, access::Viewer const& viewer, ProgrammeId programme,
                             FrontLineNoteId id, std::int64_t version, base::Instant now);
// Again without harm. What has gone out is not there any more.
base::Result<bool> take_note_back(db::Tx& tx, NoteKeys const& keys, access::Viewer const& viewer, ProgrammeId programme,
                                  FrontLineNoteId id, base::Instant now);
// Refuses: note_waits.
base::Result<bool> remove_note(db::Tx& tx, NoteKeys const& keys, access::Viewer const& viewer, ProgrammeId programme,
                               FrontLineNoteId id, base::Instant now);

// Which audiences the viewer may choose now.
std::vector<NoteAudience> audiences_for(db::Tx& tx, access::Viewer const& viewer, ProgrammeId programme,
                                        bool has_partner);
bool could_point_at_somebody(db::Tx& tx, access::OrganisationId organisation, ProgrammeId programme);

// On Mondays: looks at themes and shows those that stand on enough people; lets out what waits, when it is of enough
// people, together, in an order that depends on the words alone; and throws away what the gone had written.
void release_notes(db::Tx& tx, NoteKeys const& keys, access::OrganisationId organisation, base::Instant now);
inline constexpr jobs::Kind<jobs::Nothing> kReleaseNotes{"front_line_notes.release"};

}  // namespace voice

#pragma once
// The verbs of a meeting's notebook. All are private acts, like messages (decision 0161): no log, hint or job of
// anybody else knows that something was written, and the two hear at once.

#include "audit/event.hpp"
#include "meeting/meeting_actions.hpp"
#include "meeting/notebook_shapes.hpp"
#include "platform/crypto/key_folder.hpp"

namespace meeting {

inline constexpr audit::Kind kAgendaWritten{"meeting.agenda_written", audit::Private::yes};
inline constexpr audit::Kind kPrivateNoteWritten{"meeting.private_note_written", audit::Private::yes};
inline constexpr audit::Kind kSharedNoteWritten{"meeting.shared_note_written", audit::Private::yes};
inline constexpr audit::Kind kPromiseWritten{"meeting.promise_written", audit::Private::yes};
inline constexpr audit::Kind kTeachBackTicked{"meeting.teach_back_ticked", audit::Private::yes};

// What every verb needs: where, and with which keys its words are sealed.
struct Desk {
    crypto::Keys const& keys;
    Place const& place;
    base::Instant now;
};

// As one of the two has it, in their language.
Notebook notebook_for(db::Tx& tx, Desk const& desk, std::string const& language);

// Writes it where the id is new. The same words with the version before are no change, so that a retry is harmless.
base::Result<bool> put_item(db::Tx& tx, Desk const& desk, AgendaItemId id, AgendaItemWritten const& written);
base::Result<bool> remove_item(db::Tx& tx, Desk const& desk, AgendaItemId id);
base::Result<bool> put_private_note(db::Tx& tx, Desk const& desk, NoteWritten const& written);
base::Result<bool> put_shared_note(db::Tx& tx, Desk const& desk, NoteWritten const& written);
base::Result<bool> put_promise(db::Tx& tx, Desk const& desk, PromiseId id, PromiseWritten const& written);
base::Result<bool> remove_promise(db::Tx& tx, Desk const& desk, PromiseId id);
base::Result<bool> put_ticks(db::Tx& tx, Desk const& desk, std::string const& topic, Ticks const& ticks);

}  // namespace meeting

#pragma once
// A front-line note (R30; on screens: what I see from here). Whoever brings something in a programme writes what they
// see, chooses who may read it and sees it as they will:
//   draft -> sent to the partner, under a name, at once
//   draft -> waiting -> gone out on a Monday, without an author, to whoever coordinates
// Up to that Monday it can be taken back and changed, and nobody learns that it was there. One note of a person waits
// at a time, so that a week's notes are of as many people.
//
// The coordinator makes themes of them (front_line_theme.hpp). docs/voice.md says what is promised against whom.

#include <array>
#include <cstddef>
#include <string>
#include <vector>

#include <boost/describe.hpp>

#include "voice/question.hpp"

namespace voice {

using FrontLineNoteId = base::Id<struct FrontLineNoteTag>;
using PartnerNoteId = base::Id<struct PartnerNoteTag>;

inline constexpr std::size_t kMostNoteDrafts = 20;  // of one person in one programme
// No text of fewer people than these (rules B), and from no smaller circle (rules 9: ballot::kFewestPeople).
inline constexpr std::size_t kFewestAuthors = kFewestAnonymous;

// partner: read under a name. coordinator: without one, and goes no further. sponsor: the same, and a theme for the
// sponsor may stand on it.
enum class NoteAudience { partner, coordinator, sponsor };
BOOST_DESCRIBE_ENUM(NoteAudience, partner, coordinator, sponsor)
enum class NoteState { draft, waiting };
BOOST_DESCRIBE_ENUM(NoteState, draft, waiting)
enum class NoteAction { change, send, take_back, remove };
BOOST_DESCRIBE_ENUM(NoteAction, change, send, take_back, remove)

// As it is kept: all of it sealed.
struct NoteDraft {
    std::int64_t version = 1;
    NoteState state = NoteState::draft;
    NoteAudience audience = NoteAudience::partner;
    std::optional<pairing::PairingId> pairing_id;  // whose partner reads it
    std::string text;
};
BOOST_DESCRIBE_STRUCT(NoteDraft, (), (version, state, audience, pairing_id, text))

std::vector<NoteAction> allowed_actions(NoteState state);

// Whether `author` brings something in that pair, and it is under way: then the partner may be written to.
bool is_pair_of(pairing::Pairing const& pairing, ProgrammeId programme, PersonId author);

// Whether what waits may go out together. `authors`: who has a note waiting; `possible`: who could have written one.
bool may_go_out(std::size_t authors, std::size_t possible);

base::Refusal note_not_found();
base::Refusal note_waits();
base::Refusal too_few_could_have_written();

}  // namespace voice

#pragma once
// What goes in and out about front-line notes and their themes.

#include <array>
#include <optional>
#include <string>
#include <vector>

#include <boost/describe.hpp>

#include "programme/called.hpp"
#include "voice/front_line_theme.hpp"
#include "voice/question_shapes.hpp"

namespace voice {

// A note as its reader has it before them: the one shape for the preview and for the reading.
struct NoteAsRead {
    NoteAudience audience = NoteAudience::partner;
    std::optional<std::string> author;
    std::string text;
};
BOOST_DESCRIBE_STRUCT(NoteAsRead, (), (audience, author, text))

struct NotePreview {
    std::vector<std::string> readers;
    NoteAsRead note;
};
BOOST_DESCRIBE_STRUCT(NotePreview, (), (readers, note))

struct OwnNote {
    FrontLineNoteId id;
    ProgrammeId programme_id;
    std::int64_t version = 1;
    NoteState state = NoteState::draft;
    std::optional<pairing::PairingId> pairing_id;
    NotePreview preview;
    std::vector<NoteAction> allowed_actions;
};
BOOST_DESCRIBE_STRUCT(OwnNote, (), (id, programme_id, version, state, pairing_id, preview, allowed_actions))

// Where one may write.
struct NoteOpening {
    ProgrammeId programme_id;
    programme::Called programme;
    std::vector<PartnerToAsk> partners;
    std::vector<NoteAudience> audiences;  // that may be chosen now
    bool could_point_at_somebody = false;
    bool waits = false;
    std::vector<std::string> coordinators;
};
BOOST_DESCRIBE_STRUCT(NoteOpening, (),
                      (programme_id, programme, partners, audiences, could_point_at_somebody, waits, coordinators))

struct PartnerNote {
    PartnerNoteId id;
    programme::Called programme;
    base::Day sent_on;
    NoteAsRead note;
};
BOOST_DESCRIBE_STRUCT(PartnerNote, (), (id, programme, sent_on, note))

struct MyFrontLineNotes {
    std::vector<NoteOpening> programmes;
    std::vector<OwnNote> items;
    std::vector<PartnerNote> received;
};
BOOST_DESCRIBE_STRUCT(MyFrontLineNotes, (), (programmes, items, received))

struct NoteWanted {
    std::int64_t version = 0;
    NoteAudience audience = NoteAudience::partner;
    std::optional<pairing::PairingId> pairing_id;
    std::string text;
};
BOOST_DESCRIBE_STRUCT(NoteWanted, (), (version, audience, pairing_id, text))

struct NoteSending {
    std::int64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(NoteSending, (), (version))

struct ReleasedNote {
    FrontLineNoteId id;
    base::Day week_on;
    NoteAsRead note;
    std::optional<FrontLineThemeId> theme_id;
    bool is_fixed = false;  // stays under its theme
};
BOOST_DESCRIBE_STRUCT(ReleasedNote, (), (id, week_on, note, theme_id, is_fixed))

struct ReleasedNotes {
    std::vector<ReleasedNote> items;
};
BOOST_DESCRIBE_STRUCT(ReleasedNotes, (), (items))

struct ThemeWanted {
    std::int64_t version = 0;
    std::string text;
    std::vector<FrontLineNoteId> notes;
};
BOOST_DESCRIBE_STRUCT(ThemeWanted, (), (version, text, notes))

struct ThemeAnswerWanted {
    std::string text;
};
BOOST_DESCRIBE_STRUCT(ThemeAnswerWanted, (), (text))

struct FrontLineTheme {
    FrontLineThemeId id;
    std::string text;
    std::optional<base::Day> shown_on;
    std::optional<std::string> answer;
    std::optional<base::Day> answered_on;
    bool is_looked_at = false;
    std::int64_t version = 1;
    std::vector<FrontLineNoteId> notes;
    std::vector<ThemeAction> allowed_actions;
};
BOOST_DESCRIBE_STRUCT(FrontLineTheme, (),
                      (id, text, shown_on, answer, answered_on, is_looked_at, version, notes, allowed_actions))

struct FrontLineThemes {
    ProgrammeId programme_id;
    programme::Called programme;
    std::vector<FrontLineTheme> items;
};
BOOST_DESCRIBE_STRUCT(FrontLineThemes, (), (programme_id, programme, items))

struct MyFrontLineThemes {
    std::vector<FrontLineThemes> items;
};
BOOST_DESCRIBE_STRUCT(MyFrontLineThemes, (), (items))

}  // namespace voice

template <>
inline constexpr auto meta::limits<voice::NoteAsRead> =
    std::array{meta::doc("author", "Of a note to the partner; nobody else is shown one")};
template <>
inline constexpr auto meta::limits<voice::NotePreview> =
    std::array{meta::doc("readers", "Who reads it, by name"), meta::doc("note", "Exactly what they read")};
template <>
inline constexpr auto meta::limits<voice::NoteOpening> = std::array{
    meta::doc("could_point_at_somebody", "Fewer than eight could have written: the partner alone is offered"),
    meta::doc("waits", "One of yours waits for Monday; another can be sent when it has gone out"),
    meta::doc("coordinators", "Who reads what goes out without an author")};
template <>
inline constexpr auto meta::limits<voice::NoteWanted> = std::array{
    meta::Limit{"version", 0, meta::kNoMost, "As it was read; 0 when there is none"},
    meta::doc("pairing_id", "Whose partner reads it; for the audience partner alone"), meta::Limit{"text", 1, 2000}};
template <>
inline constexpr auto meta::limits<voice::NoteSending> =
    std::array{meta::Limit{"version", 1, meta::kNoMost, "Of the note, as it was previewed"}};
template <>
inline constexpr auto meta::limits<voice::ReleasedNote> =
    std::array{meta::doc("week_on", "The Monday on which it went out with others; nothing finer is kept"),
               meta::doc("is_fixed", "Its theme has been looked at, and it stays under it")};
template <>
inline constexpr auto meta::limits<voice::ThemeWanted> =
    std::array{meta::Limit{"version", 0, meta::kNoMost, "As it was read; 0 when there is none"},
               meta::Limit{"text", 1, 1000, "In your own words: six words in a row from a note are refused"},
               meta::Limit{"notes", 1, 200, "Which notes it stands on; their authors chose the sponsor"}};
template <>
inline constexpr auto meta::limits<voice::ThemeAnswerWanted> =
    std::array{meta::Limit{"text", 1, 1000, "Read by everybody who takes part"}};
template <>
inline constexpr auto meta::limits<voice::FrontLineTheme> =
    std::array{meta::doc("is_looked_at",
                         "The house has looked at it on a Monday; unless it is shown, it does not stand "
                         "on enough people yet"),
               meta::doc("notes", "For whoever coordinates; empty for others")};

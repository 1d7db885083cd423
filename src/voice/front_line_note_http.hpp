#pragma once
// Front-line notes: writing, sending and reading them; their themes.

#include "access/call.hpp"
#include "voice/front_line_shapes.hpp"

namespace voice {

base::Result<MyFrontLineNotes> list_my_notes(access::Call& call);
base::Result<MyFrontLineNotes> put_note(access::Call& call, NoteWanted const& wanted);
base::Result<MyFrontLineNotes> remove_own_note(access::Call& call);
base::Result<MyFrontLineNotes> put_note_sending(access::Call& call, NoteSending const& sending);
base::Result<MyFrontLineNotes> remove_note_sending(access::Call& call);

base::Result<ReleasedNotes> list_released_notes(access::Call& call);

base::Result<MyFrontLineThemes> list_my_themes(access::Call& call);
base::Result<FrontLineThemes> list_programme_themes(access::Call& call);
base::Result<FrontLineThemes> put_theme(access::Call& call, ThemeWanted const& wanted);
base::Result<FrontLineThemes> remove_own_theme(access::Call& call);
base::Result<FrontLineThemes> put_theme_answer(access::Call& call, ThemeAnswerWanted const& wanted);

}  // namespace voice

#include "voice/front_line_note_http.hpp"

#include <algorithm>

#include "pairing/pairing_store.hpp"
#include "programme/called_store.hpp"
#include "voice/front_line_note_actions.hpp"
#include "voice/front_line_theme_actions.hpp"
#include "voice/question_store.hpp"

namespace voice {
namespace {

NoteKeys keys_of(access::Call& call) {
    return {call.tools.keys, call.tools.key_files};
}

std::vector<PartnerToAsk> partners_to_write_to(access::Call& call, ProgrammeId programme) {
    std::vector<PartnerToAsk> partners;
    for (auto const& pairing : pairing::store::list_mine(call.tx, call.viewer))
        if (is_pair_of(pairing, programme, *call.viewer.person))
            partners.push_back({pairing.id, store::name_of(call.tx, call.viewer.organisation, pairing.mentee_id)});
    return partners;
}

std::vector<std::string> names_of_readers(access::Call& call, ProgrammeId programme) {
    std::vector<std::string> names;
    for (auto& reader : store::list_note_readers(call.tx, call.viewer.organisation, programme))
        names.push_back(std::move(reader.name));
    return names;
}

NotePreview preview_of(access::Call& call, NoteDraft const& draft, NoteOpening const& opening) {
    if (draft.audience != NoteAudience::partner)
        return {opening.coordinators, {draft.audience, std::nullopt, draft.text}};
    NotePreview preview{
        {}, {draft.audience, store::name_of(call.tx, call.viewer.organisation, *call.viewer.person), draft.text}};
    for (auto const& partner : opening.partners)
        if (partner.pairing_id == draft.pairing_id) preview.readers.push_back(partner.name);
    return preview;
}

NoteOpening opening_of(access::Call& call, ProgrammeId programme) {
    auto const organisation = call.viewer.organisation;
    NoteOpening opening;
    opening.programme_id = programme;
    opening.programme = programme::store::find_called(call.tx, organisation, programme, call.viewer.language);
    opening.partners = partners_to_write_to(call, programme);
    opening.could_point_at_somebody = could_point_at_somebody(call.tx, organisation, programme);
    opening.audiences = audiences_for(call.tx, call.viewer, programme, !opening.partners.empty());
    opening.coordinators = names_of_readers(call, programme);
    return opening;
}

FrontLineTheme theme_for(access::Call& call, Theme const& theme, ThemeReader reader,
                         std::vector<store::ThemeNote> const& under) {
    auto const organisation = call.viewer.organisation;
    FrontLineTheme shown{theme.id,
                         store::theme_words(call.tx, call.tools.keys, organisation, theme.id),
                         theme.shown_on,
                         store::theme_answer(call.tx, call.tools.keys, organisation, theme.id),
                         theme.answered_on,
                         theme.is_looked_at,
                         theme.version,
                         {},
                         allowed_actions(theme, reader)};
    for (auto const& one : under)
        if (reader == ThemeReader::coordinator && one.theme_id == theme.id) shown.notes.push_back(one.note_id);
    return shown;
}

// Those on their way are for whoever composes them.
FrontLineThemes themes_of(access::Call& call, ProgrammeId programme) {
    auto const organisation = call.viewer.organisation;
    auto const reader = call.viewer.coordinates(programme)                   ? ThemeReader::coordinator
                        : store::is_sponsor(call.tx, call.viewer, programme) ? ThemeReader::sponsor
                                                                             : ThemeReader::other;
    FrontLineThemes themes;
    themes.programme_id = programme;
    themes.programme = programme::store::find_called(call.tx, organisation, programme, call.viewer.language);
    auto const under = store::list_theme_notes(call.tx, organisation, programme);
    for (auto const& theme : store::list_themes(call.tx, organisation, programme))
        if (theme.shown_on || reader == ThemeReader::coordinator)
            themes.items.push_back(theme_for(call, theme, reader, under));
    return themes;
}

struct NotePlace {
    ProgrammeId programme;
    FrontLineNoteId note;
};
base::Result<NotePlace> note_place(access::Call& call) {
    TRY(programme, call.id<ProgrammeId>("id"));
    TRY(note, call.id<FrontLineNoteId>("note_id"));
    return NotePlace{programme, note};
}

}  // namespace

base::Result<MyFrontLineNotes> list_my_notes(access::Call& call) {
    MyFrontLineNotes mine;
    for (auto const& programme : store::list_written_in(call.tx, call.viewer)) {
        auto opening = opening_of(call, programme);
        auto const key = key_for_writing(call.tx, keys_of(call), call.viewer, programme);
        auto const drafts = key ? store::list_drafts(call.tx, call.tools.keys, call.viewer.organisation, programme,
                                                     store::writer_of(*key, *call.viewer.person))
                                : std::vector<store::OwnDraft>{};
        for (auto const& [id, draft] : drafts) {
            opening.waits = opening.waits || draft.state == NoteState::waiting;
            mine.items.push_back({id, programme, draft.version, draft.state, draft.pairing_id,
                                  preview_of(call, draft, opening), allowed_actions(draft.state)});
        }
        mine.programmes.push_back(std::move(opening));
    }
    mine.received = store::list_received(call.tx, call.tools.keys, call.viewer);
    return mine;
}

base::Result<MyFrontLineNotes> put_note(access::Call& call, NoteWanted const& wanted) {
    TRY(place, note_place(call));
    TRY_VOID(write_note(call.tx, keys_of(call), call.viewer, place.programme, place.note, wanted, call.now));
    return list_my_notes(call);
}

base::Result<MyFrontLineNotes> remove_own_note(access::Call& call) {
    TRY(place, note_place(call));
    TRY_VOID(remove_note(call.tx, keys_of(call), call.viewer, place.programme, place.note, call.now));
    return list_my_notes(call);
}

base::Result<MyFrontLineNotes> put_note_sending(access::Call& call, NoteSending const& sending) {
    TRY(place, note_place(call));
    TRY_VOID(send_note(call.tx, keys_of(call), call.viewer, place.programme, place.note, sending.version, call.now));
    return list_my_notes(call);
}

base::Result<MyFrontLineNotes> remove_note_sending(access::Call& call) {
    TRY(place, note_place(call));
    TRY_VOID(take_note_back(call.tx, keys_of(call), call.viewer, place.programme, place.note, call.now));
    return list_my_notes(call);
}

base::Result<ReleasedNotes> list_released_notes(access::Call& call) {
    TRY(programme, call.id<ProgrammeId>("id"));
    if (!call.viewer.coordinates(programme)) return base::not_found("programme");
    auto const under = store::list_theme_notes(call.tx, call.viewer.organisation, programme);
    ReleasedNotes notes;
    for (auto& row : store::list_released(call.tx, call.tools.keys, call.viewer.organisation, programme)) {
        ReleasedNote note{row.id, row.week_on, {row.note.audience, std::nullopt, std::move(row.note.text)}, {}, false};
        auto const theme = std::ranges::find(under, row.id, &store::ThemeNote::note_id);
        if (theme != under.end()) {
            note.theme_id = theme->theme_id;
            note.is_fixed = theme->is_fixed;
        }
        notes.items.push_back(std::move(note));
    }
    return notes;
}

base::Result<MyFrontLineThemes> list_my_themes(access::Call& call) {
    MyFrontLineThemes mine;
    for (auto const& programme : store::list_with_themes(call.tx, call.viewer))
        mine.items.push_back(themes_of(call, programme));
    return mine;
}

base::Result<FrontLineThemes> list_programme_themes(access::Call& call) {
    TRY(programme, call.id<ProgrammeId>("id"));
    auto const readable = store::list_with_themes(call.tx, call.viewer);
    if (std::ranges::find(readable, programme) == readable.end()) return base::not_found("programme");
    return themes_of(call, programme);
}

base::Result<FrontLineThemes> put_theme(access::Call& call, ThemeWanted const& wanted) {
    TRY(programme, call.id<ProgrammeId>("id"));
    TRY(theme, call.id<FrontLineThemeId>("theme_id"));
    TRY_VOID(compose_theme(call.tx, call.tools.keys, call.viewer, programme, theme, wanted, call.now));
    return themes_of(call, programme);
}

base::Result<FrontLineThemes> remove_own_theme(access::Call& call) {
    TRY(programme, call.id<ProgrammeId>("id"));
    TRY(theme, call.id<FrontLineThemeId>("theme_id"));
    TRY_VOID(remove_theme(call.tx, call.viewer, programme, theme, call.now));
    return themes_of(call, programme);
}

base::Result<FrontLineThemes> put_theme_answer(access::Call& call, ThemeAnswerWanted const& wanted) {
    TRY(programme, call.id<ProgrammeId>("id"));
    TRY(theme, call.id<FrontLineThemeId>("theme_id"));
    TRY_VOID(answer_theme(call.tx, call.tools.keys, call.viewer, programme, theme, wanted.text, call.now));
    return themes_of(call, programme);
}

}  // namespace voice

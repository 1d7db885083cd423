#include "voice/front_line_theme_actions.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "base/version.hpp"
#include "notice/notice_actions.hpp"
#include "organisation/organisation_store.hpp"
#include "programme/closing_actions.hpp"
#include "voice/front_line_note_store.hpp"
#include "voice/question_store.hpp"

namespace voice {
namespace {

using access::OrganisationId;

std::optional<Theme> find_of(db::Tx& tx, OrganisationId organisation, ProgrammeId programme, FrontLineThemeId id) {
    auto const theme = store::find_theme(tx, organisation, id);
    return theme && theme->programme_id == programme ? theme : std::nullopt;
}

base::Result<bool> check_notes(db::Tx& tx, OrganisationId organisation, Theme const& theme,
                               std::vector<store::ReleasedRow> const& released,
                               std::vector<FrontLineNoteId> const& wanted) {
    auto const under = store::list_theme_notes(tx, organisation, theme.programme_id);
    for (std::size_t at = 0; at < wanted.size(); ++at) {
        auto const pointer = "/notes/" + std::to_string(at);
        auto const note = std::ranges::find(released, wanted[at], &store::ReleasedRow::id);
        if (note == released.end()) return base::invalid(pointer, "not_there");
        if (note->note.audience != NoteAudience::sponsor) return base::invalid(pointer, "not_for_the_sponsor");
        auto const elsewhere = std::ranges::find(under, wanted[at], &store::ThemeNote::note_id);
        if (elsewhere != under.end() && elsewhere->theme_id != theme.id)
            return base::invalid(pointer, "under_another_theme");
    }
    for (auto const& one : under)
        if (one.theme_id == theme.id && one.is_fixed && std::ranges::find(wanted, one.note_id) == wanted.end())
            return base::invalid("/notes", "stays_with_it");
    return true;
}

}  // namespace

base::Result<bool> compose_theme(db::Tx& tx, crypto::Keys const& keys, access::Viewer const& viewer,
                                 ProgrammeId programme, FrontLineThemeId id, ThemeWanted const& wanted,
                                 base::Instant now) {
    auto const organisation = viewer.organisation;
    if (!viewer.coordinates(programme)) return base::not_found("programme");
    TRY_VOID(programme::check_not_closed(tx, organisation, programme));
    auto theme = store::find_theme(tx, organisation, id).value_or(Theme{id, programme, false, {}, {}, 0});
    if (theme.programme_id != programme) return theme_not_found();
    if (theme.shown_on) return theme_shown();
    TRY_VOID(base::check_version("front_line_theme", wanted.version, theme.version));
    auto const text = base::trim(wanted.text);
    if (text.empty()) return base::invalid("/text", "too_short");
    auto const released = store::list_released(tx, keys, organisation, programme);
    TRY_VOID(check_notes(tx, organisation, theme, released, wanted.notes));
    if (std::ranges::any_of(released, [&](auto const& row) { return quotes(text, row.note.text); }))
        return base::invalid("/text", "quotes_a_note");
    ++theme.version;
    store::save_theme(tx, keys, organisation, theme, text);
    store::save_theme_notes(tx, organisation, id, wanted.notes);
    audit::record(tx, viewer, kThemeComposed, base::any(id), audit::Facts().id("programme_id", programme), now);
    return true;
}

base::Result<bool> remove_theme(db::Tx& tx, access::Viewer const& viewer, ProgrammeId programme, FrontLineThemeId id,
                                base::Instant now) {
    if (!viewer.coordinates(programme)) return base::not_found("programme");
    auto const theme = find_of(tx, viewer.organisation, programme, id);
    if (!theme) return theme_not_found();
    if (theme->shown_on) return theme_shown();
    if (theme->is_looked_at) return theme_looked_at();
    store::delete_theme(tx, viewer.organisation, id);
    audit::record(tx, viewer, kThemeRemoved, base::any(id), audit::Facts().id("programme_id", programme), now);
    return true;
}

base::Result<bool> answer_theme(db::Tx& tx, crypto::Keys const& keys, access::Viewer const& viewer,
                                ProgrammeId programme, FrontLineThemeId id, std::string const& text,
                                base::Instant now) {
    auto const organisation = viewer.organisation;
    if (!store::is_sponsor(tx, viewer, programme)) return base::not_found("programme");
    auto theme = find_of(tx, organisation, programme, id);
    if (!theme || !theme->shown_on) return theme_not_found();
    if (theme->answered_on) return theme_answered();
    auto const answer = base::trim(text);
    if (answer.empty()) return base::invalid("/text", "too_short");
    theme->answered_on = organisation::store::today(tx, organisation, now);
    ++theme->version;
    store::save_theme_answer(tx, keys, organisation, *theme, answer);
    audit::record(tx, viewer, kThemeAnswered, base::any(id), audit::Facts().id("programme_id", programme), now);
    for (auto const& reader : store::list_theme_readers(tx, organisation, programme))
        if (!viewer.is(reader))
            notice::tell(tx, organisation, reader, notice::theme_answered, base::any(programme), now);
    return true;
}

}  // namespace voice

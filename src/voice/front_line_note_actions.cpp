#include "voice/front_line_note_actions.hpp"

#include <algorithm>
#include <map>

#include "ballot/question_set.hpp"
#include "ballot/respondent_store.hpp"
#include "base/text.hpp"
#include "base/version.hpp"
#include "notice/notice_actions.hpp"
#include "organisation/organisation_store.hpp"
#include "pairing/pairing_store.hpp"
#include "programme/closing_actions.hpp"
#include "voice/front_line_theme_store.hpp"
#include "voice/question_store.hpp"

namespace voice {
namespace {

using access::OrganisationId;

base::Result<PersonId> partner_in(db::Tx& tx, access::Viewer const& viewer, ProgrammeId programme,
                                  std::optional<pairing::PairingId> id) {
    if (!id) return base::invalid("/pairing_id", "required");
    auto const pairing = pairing::store::find_mine(tx, viewer, *id);
    if (!pairing || !is_pair_of(*pairing, programme, viewer.person.value()))
        return base::invalid("/pairing_id", "not_there");
    return pairing->mentee_id;
}

struct Mine {
    meta::Bytes writer;
    NoteDraft draft;
};
base::Result<Mine> load_own(db::Tx& tx, NoteKeys const& keys, access::Viewer const& viewer, ProgrammeId programme,
                            FrontLineNoteId id) {
    TRY(key, key_for_writing(tx, keys, viewer, programme));
    auto const writer = store::writer_of(key, viewer.person.value());
    auto const draft = store::find_draft(tx, keys.seal, viewer.organisation, programme, writer, id);
    if (!draft) return note_not_found();
    return Mine{writer, *draft};
}

bool waits(store::OwnDraft const& own) {
    return own.draft.state == NoteState::waiting;
}

base::Result<bool> check_may_wait(db::Tx& tx, access::Viewer const& viewer, ProgrammeId programme,
                                  std::vector<store::OwnDraft> const& own) {
    if (viewer.coordinates(programme))
        return base::conflict("coordinator_writes", "whoever coordinates the programme would read their own");
    if (could_point_at_somebody(tx, viewer.organisation, programme)) return too_few_could_have_written();
    if (std::ranges::any_of(own, waits)) return note_waits();
    return true;
}

// The marks of everybody who writes, with who they are; nobody else's notes are kept.
std::map<meta::Bytes, PersonId> people_by_mark(crypto::Key const& key, std::vector<PersonId> const& people) {
    std::map<meta::Bytes, PersonId> marks;
    for (auto const& person : people) marks.emplace(store::writer_of(key, person), person);
    return marks;
}

std::string partner_mark(db::Tx& tx, crypto::Key const& key, OrganisationId organisation, ProgrammeId programme,
                         PersonId author) {
    auto const partner = store::find_note_partner(tx, organisation, programme, author);
    return partner ? store::partner_mark_of(key, *partner) : "";
}

std::vector<store::DraftOf> waiting_of(std::vector<store::DraftOf> drafts,
                                       std::map<meta::Bytes, PersonId> const& authors) {
    std::erase_if(drafts, [&](auto const& one) { return !waits(one.own) || !authors.contains(one.writer); });
    return drafts;
}

// One note waits for each, so there are as many authors as notes.
void let_out(db::Tx& tx, NoteKeys const& keys, crypto::Key const& key, OrganisationId organisation,
             ProgrammeId programme, base::Instant now) {
    auto const drafts = store::list_all_drafts(tx, keys.seal, organisation, programme);
    auto const writers = people_by_mark(key, store::list_writers(tx, organisation, programme, store::Writers::all));
    for (auto const& one : drafts)
        if (!writers.contains(one.writer)) store::delete_draft(tx, organisation, one.own.id);
    auto const authors = people_by_mark(key, store::list_writers(tx, organisation, programme, store::Writers::authors));
    auto const waiting = waiting_of(drafts, authors);
    if (!may_go_out(waiting.size(), authors.size())) return;
    std::vector<store::Released> notes;
    for (auto const& one : waiting) {
        notes.push_back({one.own.draft.audience, one.own.draft.text, crypto::to_base64url(one.writer.octets),
                         partner_mark(tx, key, organisation, programme, authors.at(one.writer))});
        store::delete_draft(tx, organisation, one.own.id);
    }
    // By a digest of the words: neither who wrote it nor when leaves a place in the file or in the list.
    std::ranges::sort(notes, {}, [](auto const& note) { return crypto::sha256(note.text); });
    auto const monday = pairing::monday_of(organisation::store::today(tx, organisation, now));
    for (auto const& note : notes) store::insert_released(tx, keys.seal, organisation, programme, monday, note);
    audit::record_private(tx, organisation, kNotesReleased, now);
    for (auto const& reader : store::list_note_readers(tx, organisation, programme))
        notice::tell(tx, organisation, reader.id, notice::notes_ready, base::any(programme), now);
}

std::vector<Standing> standing_under(std::vector<store::ReleasedRow> const& notes,
                                     std::vector<store::ThemeNote> const& under, FrontLineThemeId theme) {
    std::vector<Standing> standing;
    for (auto const& one : under) {
        auto const note = std::ranges::find(notes, one.note_id, &store::ReleasedRow::id);
        if (one.theme_id == theme && note != notes.end()) standing.push_back({note->note.author, note->note.partner});
    }
    return standing;
}

void look_at_themes(db::Tx& tx, NoteKeys const& keys, OrganisationId organisation, ProgrammeId programme,
                    base::Instant now) {
    auto themes = store::list_themes(tx, organisation, programme);
    std::erase_if(themes, [](auto const& theme) { return theme.shown_on.has_value(); });
    if (themes.empty()) return;
    auto const notes = store::list_released(tx, keys.seal, organisation, programme);
    auto const under = store::list_theme_notes(tx, organisation, programme);
    for (auto& theme : themes) {
        theme.is_looked_at = true;
        ++theme.version;
        store::fix_theme_notes(tx, organisation, theme.id);
        bool const is_shown = is_enough(standing_under(notes, under, theme.id));
        if (is_shown) theme.shown_on = organisation::store::today(tx, organisation, now);
        store::update_theme(tx, organisation, theme);
        if (!is_shown) continue;
        audit::record(tx, access::house(organisation), kThemeShown, base::any(theme.id),
                      audit::Facts().id("programme_id", programme), now);
        for (auto const& reader : store::list_theme_readers(tx, organisation, programme))
            notice::tell(tx, organisation, reader, notice::theme_shown, base::any(programme), now);
    }
}

}  // namespace

base::Result<crypto::Key> key_for_writing(db::Tx& tx, NoteKeys const& keys, access::Viewer const& viewer,
                                          ProgrammeId programme) {
    auto const written_in = store::list_written_in(tx, viewer);
    if (std::ranges::find(written_in, programme) == written_in.end()) return base::not_found("programme");
    auto const key = ballot::store::respondent_key(tx, keys.files, viewer.organisation, programme);
    if (!key) return base::conflict("notes_not_ready", "the programme's secret is made within the hour");
    return *key;
}

base::Result<bool> write_note(db::Tx& tx, NoteKeys const& keys, access::Viewer const& viewer, ProgrammeId programme,
                              FrontLineNoteId id, NoteWanted const& wanted, base::Instant now) {
    TRY(key, key_for_writing(tx, keys, viewer, programme));
    auto const writer = store::writer_of(key, viewer.person.value());
    auto const standing = store::find_draft(tx, keys.seal, viewer.organisation, programme, writer, id);
    TRY_VOID(base::check_version("front_line_note", wanted.version, standing ? standing->version : 0));
    if (standing && standing->state == NoteState::waiting) return note_waits();
    NoteDraft draft{wanted.version + 1, NoteState::draft, wanted.audience, {}, base::trim(wanted.text)};
    if (draft.text.empty()) return base::invalid("/text", "too_short");
    if (wanted.audience == NoteAudience::partner) {
        TRY_VOID(partner_in(tx, viewer, programme, wanted.pairing_id));
        draft.pairing_id = wanted.pairing_id;
    }
    auto const own = store::list_drafts(tx, keys.seal, viewer.organisation, programme, writer);
    if (!standing && own.size() >= kMostNoteDrafts)
        return base::conflict("too_many_notes", "as many are written as one can have");
    if (!store::save_draft(tx, keys.seal, viewer.organisation, programme, writer, id, draft)) return note_not_found();
    audit::record_private(tx, viewer.organisation, kNoteWritten, now);
    return true;
}

base::Result<bool> send_note(db::Tx& tx, NoteKeys const& keys, access::Viewer const& viewer, ProgrammeId programme,
                             FrontLineNoteId id, std::int64_t version, base::Instant now) {
    TRY(own, load_own(tx, keys, viewer, programme, id));
    auto& draft = own.draft;
    TRY_VOID(base::check_version("front_line_note", version, draft.version));
    if (draft.state == NoteState::waiting) return true;
    if (draft.audience == NoteAudience::partner) {
        TRY(partner, partner_in(tx, viewer, programme, draft.pairing_id));
        store::insert_partner_note(tx, keys.seal, viewer, programme, partner, draft.text,
                                   organisation::store::today(tx, viewer.organisation, now));
        store::delete_draft(tx, viewer.organisation, id);
        notice::tell(tx, viewer.organisation, partner, notice::partner_note_waits, base::any(programme), now);
    } else {
        TRY_VOID(check_may_wait(tx, viewer, programme,
                                store::list_drafts(tx, keys.seal, viewer.organisation, programme, own.writer)));
        draft.state = NoteState::waiting;
        store::save_draft(tx, keys.seal, viewer.organisation, programme, own.writer, id, draft);
    }
    audit::record_private(tx, viewer.organisation, kNoteSent, now);
    return true;
}

base::Result<bool> take_note_back(db::Tx& tx, NoteKeys const& keys, access::Viewer const& viewer, ProgrammeId programme,
                                  FrontLineNoteId id, base::Instant now) {
    TRY(own, load_own(tx, keys, viewer, programme, id));
    own.draft.state = NoteState::draft;
    store::save_draft(tx, keys.seal, viewer.organisation, programme, own.writer, id, own.draft);
    audit::record_private(tx, viewer.organisation, kNoteSent, now);
    return true;
}

base::Result<bool> remove_note(db::Tx& tx, NoteKeys const& keys, access::Viewer const& viewer, ProgrammeId programme,
                               FrontLineNoteId id, base::Instant now) {
    TRY(own, load_own(tx, keys, viewer, programme, id));
    if (own.draft.state == NoteState::waiting) return note_waits();
    store::delete_draft(tx, viewer.organisation, id);
    audit::record_private(tx, viewer.organisation, kNoteWritten, now);
    return true;
}

std::vector<NoteAudience> audiences_for(db::Tx& tx, access::Viewer const& viewer, ProgrammeId programme,
                                        bool has_partner) {
    std::vector<NoteAudience> audiences;
    if (has_partner) audiences.push_back(NoteAudience::partner);
    if (viewer.coordinates(programme) || could_point_at_somebody(tx, viewer.organisation, programme)) return audiences;
    audiences.push_back(NoteAudience::coordinator);
    audiences.push_back(NoteAudience::sponsor);
    return audiences;
}

bool could_point_at_somebody(db::Tx& tx, OrganisationId organisation, ProgrammeId programme) {
    return store::list_writers(tx, organisation, programme, store::Writers::authors).size() < ballot::kFewestPeople;
}

void release_notes(db::Tx& tx, NoteKeys const& keys, OrganisationId organisation, base::Instant now) {
    for (auto const& programme : store::list_to_release(tx, organisation)) {
        // One whose secret was lost keeps no other programme waiting; `obverse doctor` names it.
        auto const key = ballot::store::find_respondent_key(tx, keys.files, organisation, programme);
        if (!key) continue;
        look_at_themes(tx, keys, organisation, programme, now);
        let_out(tx, keys, *key, organisation, programme, now);
    }
}

}  // namespace voice

#pragma once
// The only SQL that writes front_line_themes and theme_notes. Words are sealed.

#include <optional>
#include <string>
#include <vector>

#include "access/viewer.hpp"
#include "platform/crypto/key_folder.hpp"
#include "platform/db/db.hpp"
#include "voice/front_line_shapes.hpp"

namespace voice::store {

using access::OrganisationId;
using access::Viewer;

std::optional<Theme> find_theme(db::Tx& tx, OrganisationId organisation, FrontLineThemeId id);
// The latest shown first, then those on their way.
std::vector<Theme> list_themes(db::Tx& tx, OrganisationId organisation, ProgrammeId programme);
void save_theme(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation, Theme const& theme,
                std::string const& words);
// As the rules left it; its words stay.
void update_theme(db::Tx& tx, OrganisationId organisation, Theme const& theme);
void delete_theme(db::Tx& tx, OrganisationId organisation, FrontLineThemeId id);
std::string theme_words(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation, FrontLineThemeId id);
void save_theme_answer(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation, Theme const& theme,
                       std::string const& answer);
std::optional<std::string> theme_answer(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation,
                                        FrontLineThemeId id);

struct ThemeNote {
    FrontLineNoteId note_id;
    FrontLineThemeId theme_id;
    bool is_fixed = false;
};
BOOST_DESCRIBE_STRUCT(ThemeNote, (), (note_id, theme_id, is_fixed))
// Under any theme of the programme.
std::vector<ThemeNote> list_theme_notes(db::Tx& tx, OrganisationId organisation, ProgrammeId programme);
// In place of those that are not fixed.
void save_theme_notes(db::Tx& tx, OrganisationId organisation, FrontLineThemeId id,
                      std::vector<FrontLineNoteId> const& notes);
void fix_theme_notes(db::Tx& tx, OrganisationId organisation, FrontLineThemeId id);

// Everybody who takes part and whoever stands for the programme, each once.
std::vector<PersonId> list_theme_readers(db::Tx& tx, OrganisationId organisation, ProgrammeId programme);
// Of any state, as long as they are kept: where the viewer takes part, analyses or stands for it.
std::vector<ProgrammeId> list_with_themes(db::Tx& tx, Viewer const& viewer);

void forget_themes(db::Tx& tx, OrganisationId organisation, base::Day last_before);

}  // namespace voice::store

#pragma once
// The verbs of themes. Showing one is the house's, on Mondays (front_line_note_actions.hpp).

#include "access/viewer.hpp"
#include "audit/event.hpp"
#include "platform/crypto/key_folder.hpp"
#include "voice/front_line_theme_store.hpp"

namespace voice {

inline constexpr audit::Kind kThemeComposed{"front_line_theme.composed"};
inline constexpr audit::Kind kThemeRemoved{"front_line_theme.removed"};
inline constexpr audit::Kind kThemeAnswered{"front_line_theme.answered"};

// With an id that is new, or again. By whoever coordinates. Refuses: not found, stale, theme_shown, programme_closed;
// at /text too_short, quotes_a_note; at /notes/n not_there, not_for_the_sponsor, under_another_theme; at /notes
// stays_with_it, when a note is missing that the house has looked at.
base::Result<bool> compose_theme(db::Tx& tx, crypto::Keys const& keys, access::Viewer const& viewer,
                                 ProgrammeId programme, FrontLineThemeId id, ThemeWanted const& wanted,
                                 base::Instant now);
// Refuses: not found, theme_looked_at, theme_shown.
base::Result<bool> remove_theme(db::Tx& tx, access::Viewer const& viewer, ProgrammeId programme, FrontLineThemeId id,
                                base::Instant now);
// By the sponsor, once. Refuses: not found, theme_answered; at /text too_short.
base::Result<bool> answer_theme(db::Tx& tx, crypto::Keys const& keys, access::Viewer const& viewer,
                                ProgrammeId programme, FrontLineThemeId id, std::string const& text, base::Instant now);

}  // namespace voice

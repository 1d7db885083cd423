#pragma once
// A theme: what a coordinator makes of front-line notes, in their own words, for the sponsor. The house looks at themes
// on Mondays and shows those that stand on enough people:
//   draft -> waiting (looked at, and not yet) -> shown -> answered by the sponsor
// A note stands under one theme, and from the first look on stays there; more may be added. So a coordinator who tries
// notes one by one has one look a week and can take none away again, and learns no more of authors than a *not yet*.

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <boost/describe.hpp>

#include "voice/front_line_note.hpp"

namespace voice {

using FrontLineThemeId = base::Id<struct FrontLineThemeTag>;

inline constexpr std::size_t kFewestPartners = 3;  // rules B: of three pairs; rules 13: distinct people on each side
inline constexpr std::size_t kQuotedWords = 6;     // as many in a row are a quotation

struct Theme {
    FrontLineThemeId id;
    ProgrammeId programme_id;
    bool is_looked_at = false;
    std::optional<base::Day> shown_on;
    std::optional<base::Day> answered_on;
    std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(Theme, (), (id, programme_id, is_looked_at, shown_on, answered_on, version))

enum class ThemeAction { change, remove, answer };
BOOST_DESCRIBE_ENUM(ThemeAction, change, remove, answer)
enum class ThemeReader { coordinator, sponsor, other };
std::vector<ThemeAction> allowed_actions(Theme const& theme, ThemeReader reader);

// A note as a theme stands on it: marks of its author and of whoever the author's partner was, "" when there was none.
struct Standing {
    std::string author;
    std::string partner;
};
bool is_enough(std::vector<Standing> const& notes);

// Whether a run of kQuotedWords words of the one stands in the other, whatever the case and the marks between.
bool quotes(std::string_view theme, std::string_view note);

base::Refusal theme_not_found();
base::Refusal theme_shown();
base::Refusal theme_looked_at();
base::Refusal theme_answered();

}  // namespace voice

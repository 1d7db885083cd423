#pragma once
// Beside the couples of a run: whom else each may be shown, so that a *rather not* costs as little as can be (rules 8).
// All suggested couples together are symmetrical by nature, and
//   (a) hold as many couples at once as there can be;
//   (b) after any single *rather not* hold as many still where that is possible; `costly` says where it is not;
//   (c) put nobody on more than `each` lists for a place;
//   (d) put everybody who could meet anybody on one, before anybody gets more than that needs.
// Where (c) stands in the way of (a), (b) or (d), (c) stands; that nobody more could be served is proved by covers.

#include <vector>

#include "matching/engine/assignment.hpp"

namespace matching::engine {

struct Suggestions {
    std::vector<Couple> for_largest;  // so that as many as can be are possible at once: (a)
    std::vector<Couple> for_mentors;  // for those who would have none: (d)
    std::vector<Couple> for_mentees;
    std::vector<Couple> in_reserve;  // for those whose *rather not* would cost a place: (b)
    std::vector<Couple> filled_up;   // the best of what is left, up to (c)
    Cover mentors_served;            // no more mentors than these could be served, and no more mentees
    Cover mentees_served;
    std::vector<Couple> costly;  // couples without which fewer are possible at once

    [[nodiscard]] std::vector<Couple> further() const;  // all but `costly`
};

// `snapshot` must be `checked`, `assignment` its answer; 1 <= each <= 3.
base::Result<Suggestions> suggest(Snapshot const& snapshot, Assignment const& assignment, std::int32_t each,
                                  Progress const& progress = {});

// By code of its own: what of (a) to (d) does not hold, and whether `costly` names exactly the right couples.
enum class SuggestionFlaw { none, not_open, twice, too_many_lists, not_the_largest, not_served, costly_wrong };
// "verified", or what is wrong.
std::string to_text(SuggestionFlaw flaw);
SuggestionFlaw check_suggestions(Snapshot const& snapshot, Assignment const& assignment, Suggestions const& suggestions,
                                 std::int32_t each);

// How many couples may be expected, in hundredths, when each of the two is happy with a suggestion with `percent` to
// 100, each for themselves: the mean of draws from `seed`.
std::int64_t expected_pairs(Snapshot const& snapshot, std::vector<Couple> const& suggested, std::int32_t percent);

// What may come of a run's couples and what is suggested beside them: whole pairs, rounded.
struct Outlook {
    std::int64_t costly = 0;
    std::int64_t expected_at_60 = 0;  // when each is happy with 60 of 100 suggestions
    std::int64_t expected_at_70 = 0;
    std::int64_t expected_at_80 = 0;
};
Outlook outlook_of(Snapshot const& snapshot, Assignment const& assignment, Suggestions const& suggestions);

}  // namespace matching::engine

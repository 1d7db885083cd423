#pragma once
// The couples of an anonymous round, drawn among those whom every hard rule lets meet: as many as there can be, then as
// fitting, with chance in what each couple is worth. The seed is told to nobody and kept nowhere, so that whoever knows
// what everybody wants cannot work out who was drawn. Pure.

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <boost/describe.hpp>

#include "acquaintance/level_band.hpp"
#include "matching/reason_shapes.hpp"
#include "matching/world_store.hpp"

namespace acquaintance {

// What one is told of the other: never a name, a team, a site or a picture (rules 14).
struct Card {
    std::optional<LevelBand> band;
    std::vector<matching::ReasonShown> you_want;   // what the other brings for you
    std::vector<matching::ReasonShown> they_want;  // what you bring for the other
    std::vector<matching::ReasonShown> styles;
};
BOOST_DESCRIBE_STRUCT(Card, (), (band, you_want, they_want, styles))

struct DrawnCouple {
    PersonId mentor_id;
    PersonId mentee_id;
    Card for_mentor;
    Card for_mentee;
};

// How many people somebody could be joined with, of whoever has the fewest of those with a free place: by the public
// rules alone, because what is private must not be counted (rules 7). Empty where nobody has a place.
std::optional<std::int64_t> fewest_partners(matching::LoadedWorld const& loaded);

// One suggestion each at most, in an order that says nothing. `before`: couples that are not drawn again. Whoever leads
// the organisation is drawn with nobody under them: their card would have to say so (rules 1 iv). Locks count for
// nothing here.
base::Result<std::vector<DrawnCouple>> draw_couples(matching::LoadedWorld const& loaded,
                                                    std::vector<std::pair<PersonId, PersonId>> const& before,
                                                    std::uint64_t seed);

// As of now, by every rule.
bool may_meet(matching::LoadedWorld const& loaded, PersonId mentor, PersonId mentee);

}  // namespace acquaintance

#include "matching/rest.hpp"

#include <algorithm>
#include <set>

namespace matching {

namespace {

std::vector<bool> set_side_aside(std::vector<engine::Profile>& profiles, std::vector<PersonId> const& people,
                                 std::set<PersonId> const& suggested) {
    std::vector<bool> aside(profiles.size(), false);
    for (std::size_t i = 0; i < profiles.size(); ++i) {
        if (profiles[i].live_partners == 0 && !suggested.contains(people[i])) continue;
        aside[i] = true;
        profiles[i].free_places = 0;
    }
    return aside;
}

}  // namespace

bool SetAside::holds(Side side, engine::Index position) const {
    auto const& aside = side == Side::mentor ? mentors : mentees;
    return position < aside.size() && aside[position];
}

SetAside set_aside(LoadedWorld& loaded, std::vector<store::SuggestedPlace> const& suggested) {
    std::set<PersonId> mentors;
    std::set<PersonId> mentees;
    for (auto const& place : suggested) (place.side == Side::mentor ? mentors : mentees).insert(place.person_id);
    SetAside aside{set_side_aside(loaded.world.mentors, loaded.mentors, mentors),
                   set_side_aside(loaded.world.mentees, loaded.mentees, mentees)};
    std::erase_if(loaded.locks, [&](engine::Couple lock) {
        return aside.holds(Side::mentor, lock.mentor) || aside.holds(Side::mentee, lock.mentee);
    });
    return aside;
}

}  // namespace matching

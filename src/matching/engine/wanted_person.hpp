#pragma once
// People who are not there: somebody who would join on the other side and bring what a person wants. They fit in all
// that a programme asks (level, department, site, times, language), stand in no line with anybody, have one place, and
// ask for something this person brings; only topics that may be named aloud are used (rules 6).

#include <optional>
#include <vector>

#include "matching/engine/remedy.hpp"

namespace matching::engine {

struct WantedPerson {
    Profile profile;  // place and identity are given when they arrive
    Topic brings = 0;
    std::optional<Topic> wants;
};

// One for each topic that the person may be said to want, most wanted first; none where it cannot be said what the
// newcomer would get, or where the person's level is not known and the programme asks for one.
std::vector<WantedPerson> people_wanted_for(World const& world, Seeker seeker);

// `number` of them on the side that `seeker` does not stand on, after everybody else.
World with_people_wanted(World world, Seeker seeker, WantedPerson const& wanted, std::int32_t number);

}  // namespace matching::engine

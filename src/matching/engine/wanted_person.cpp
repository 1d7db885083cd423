#include "matching/engine/wanted_person.hpp"

#include <algorithm>

#include "matching/engine/digest.hpp"

namespace matching::engine {

namespace {

Profile const& profile_of(World const& world, Seeker seeker) {
    return (seeker.side == Side::mentor ? world.mentors : world.mentees)[seeker.position];
}

Index unused(World const& world, Index Profile::*number) {
    Index most = 0;
    for (auto const* side : {&world.mentors, &world.mentees})
        for (auto const& profile : *side) most = std::max(most, profile.*number);
    return most + 1;
}

// As far above or below as the programme asks at least, or else at most.
std::optional<std::int32_t> fitting_level(Rules const& rules, Profile const& person, Side side) {
    if (!person.level) return std::nullopt;
    auto const gap = rules.gap_least ? *rules.gap_least : rules.gap_most.value_or(0);
    return side == Side::mentee ? *person.level - gap : *person.level + gap;
}

Profile fitting_profile(World const& world, Seeker seeker) {
    auto const& person = profile_of(world, seeker);
    Profile newcomer;
    newcomer.level = fitting_level(world.rules, person, seeker.side);
    if (world.rules.other_department) newcomer.department = unused(world, &Profile::department);
    if (world.rules.site == SiteRule::different) newcomer.site = unused(world, &Profile::site);
    if (world.rules.site == SiteRule::same) newcomer.site = person.site;
    newcomer.week = person.week;
    newcomer.languages = person.languages;
    return newcomer;
}

template <class Named>
std::vector<Named> named_aloud(std::vector<Named> list) {
    std::erase_if(list, [](Named const& one) { return !one.may_be_named; });
    return list;
}

base::IdBytes identity_of_wanted(std::int32_t number) {
    Hasher hasher;
    hasher.add(0x6e6577636f6d6572U);
    hasher.add(static_cast<std::uint64_t>(number));
    auto const digest = hasher.finish();
    base::IdBytes identity{};
    std::copy_n(digest.begin(), identity.size(), identity.begin());
    return identity;
}

}  // namespace

std::vector<WantedPerson> people_wanted_for(World const& world, Seeker seeker) {
    auto const& person = profile_of(world, seeker);
    auto const asks_for_levels = world.rules.gap_least || world.rules.gap_most;
    auto const brings = named_aloud(person.offers);
    if ((asks_for_levels && !person.level) || (world.rules.both_must_gain && brings.empty())) return {};
    auto wants = named_aloud(person.wants);
    std::stable_sort(wants.begin(), wants.end(), [](Want const& a, Want const& b) { return a.priority < b.priority; });
    std::vector<WantedPerson> newcomers;
    for (auto const& want : wants) {
        WantedPerson newcomer{fitting_profile(world, seeker), want.topic, {}};
        newcomer.profile.offers = {{want.topic, 2, true}};
        if (!brings.empty()) {
            newcomer.wants = brings.front().topic;
            newcomer.profile.wants = {{*newcomer.wants, 1, true}};
        }
        newcomers.push_back(std::move(newcomer));
    }
    return newcomers;
}

World with_people_wanted(World world, Seeker seeker, WantedPerson const& wanted, std::int32_t number) {
    auto& side = seeker.side == Side::mentor ? world.mentees : world.mentors;
    for (std::int32_t i = 0; i < number; ++i) {
        side.push_back(wanted.profile);
        side.back().person = identity_of_wanted(i);
        side.back().place = static_cast<Index>(world.tree.size());
        world.tree.emplace_back();
    }
    return world;
}

}  // namespace matching::engine

#pragma once
// The instances of `bin/bench matching`, the same for Obverse and for its peers.

#include <algorithm>
#include <cstdlib>
#include <string_view>

#include "base/random.hpp"
#include "matching/engine/world.hpp"
#include "support/cohort.hpp"

namespace bench {

// COHORT SIZE PLACES FORM. Form: `full`; `unequal` (60 % of the mentors); `gaps` (5 % of the mentors know only a
// fiftieth of whom they would); `tight` (one mentor in a thousand is missing).
inline matching::engine::Snapshot make_instance(char const* const* arguments) {
    auto const cohort =
        std::string_view(arguments[0]) == "uniform" ? support::Cohort::uniform : support::Cohort::competitive;
    auto const size = static_cast<std::uint32_t>(std::atoi(arguments[1]));
    static constexpr std::uint32_t kCandidates = 50;
    auto made = support::make_cohort(cohort, size, kCandidates, std::atoi(arguments[2]));
    std::string_view const form(arguments[3]);
    auto const keep_mentors = [&](std::uint32_t mentors) {
        made.mentors.resize(mentors);
        erase_if(made.candidates, [&](auto const& c) { return c.mentor >= mentors; });
    };
    if (form == "unequal") keep_mentors(size / 10 * 6);
    if (form == "tight") keep_mentors(size - size / 1000);
    if (form == "gaps")
        erase_if(made.candidates, [](auto const& c) { return c.mentor % 20 == 0 && c.mentee % 50 != 1; });
    return made;
}

// The world of the candidate search (engineering.md 15.19): 64 topics of which everybody brings six and wants six,
// levels 1 to 10, 40 departments, five sites, working weeks of 20 hours, and three hard rules.
inline matching::engine::World make_world(std::uint32_t size) {
    using namespace matching::engine;
    static constexpr std::uint16_t kTopics = 64;
    std::uint64_t state = 12345;
    auto const below = [&](std::uint64_t end) { return base::splitmix64(state) % end; };
    World world;
    for (std::uint16_t topic = 0; topic < kTopics; ++topic) world.family_of.push_back(topic);
    world.tree.resize(std::size_t{2} * size);
    for (Index place = 1; place < world.tree.size(); ++place) world.tree[place].manager = (place - 1) / 8;
    world.tree[0].is_above_more_than_half = true;
    auto const make = [&](std::uint64_t number) {
        Profile profile;
        for (std::size_t byte = 0; byte < 8; ++byte)
            profile.person[byte] = static_cast<std::uint8_t>(number >> 8 * byte);
        profile.place = static_cast<Index>(number);
        profile.level = static_cast<std::int32_t>(1 + below(10));
        profile.department = static_cast<Index>(1 + below(40));
        profile.site = static_cast<Index>(1 + below(5));
        profile.languages = 1;
        for (int slot = 0; slot < 40; ++slot) profile.week[below(5)] |= std::uint64_t{1} << below(48);
        for (auto& style : profile.styles) style = static_cast<Style>(below(3));
        while (profile.offers.size() < 6) {
            Offer const offer{static_cast<Topic>(below(kTopics)), static_cast<std::int32_t>(1 + below(3)), true};
            if (std::none_of(profile.offers.begin(), profile.offers.end(),
                             [&](auto& o) { return o.topic == offer.topic; }))
                profile.offers.push_back(offer);
        }
        while (profile.wants.size() < 6) {
            Want const want{static_cast<Topic>(below(kTopics)), static_cast<std::int32_t>(1 + below(3)), true};
            if (std::none_of(profile.wants.begin(), profile.wants.end(),
                             [&](auto& w) { return w.topic == want.topic; }))
                profile.wants.push_back(want);
        }
        return profile;
    };
    for (std::uint32_t i = 0; i < size; ++i) world.mentors.push_back(make(i));
    for (std::uint32_t j = 0; j < size; ++j) world.mentees.push_back(make(std::uint64_t{size} + j));
    world.rules.gap_least = 1;
    world.rules.other_department = true;
    return world;
}

}  // namespace bench

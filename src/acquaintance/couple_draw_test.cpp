#include "acquaintance/couple_draw.hpp"

#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "platform/json.hpp"

namespace acquaintance {
namespace {

using matching::engine::Index;
using testing::ElementsAre;
using testing::Gt;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

constexpr int kEach = 12;

PersonId person(int number) {
    PersonId id;
    id.bytes[15] = static_cast<std::uint8_t>(number + 1);
    return id;
}

// One top with everybody else under it; the mentors bring what the mentees want and the other way round, and all work
// at one of two sites in one of two departments.
matching::LoadedWorld crowd() {
    matching::LoadedWorld loaded;
    loaded.topics = {"C1", "I1"};
    loaded.world.family_of = {0, 1};
    loaded.departments = {"", "Stores", "Finance"};
    loaded.sites = {"", "Leeds", "Porto"};
    loaded.world.tree.push_back({std::nullopt, true, true, false});
    for (int number = 0; number < 2 * kEach; ++number) {
        bool const is_mentor = number < kEach;
        matching::engine::Profile profile;
        profile.person = person(number).bytes;
        profile.level = is_mentor ? 1 : 4 + number % 2;
        profile.department = static_cast<Index>(1 + number % 2);
        profile.site = static_cast<Index>(1 + number % 2);
        profile.styles.fill(matching::engine::Style::first);
        profile.offers.push_back({static_cast<matching::engine::Topic>(is_mentor ? 0 : 1), 3, true});
        profile.wants.push_back({static_cast<matching::engine::Topic>(is_mentor ? 1 : 0), 1, true});
        profile.place = static_cast<Index>(loaded.world.tree.size());
        loaded.world.tree.push_back({Index{0}, true, false, false});
        (is_mentor ? loaded.world.mentors : loaded.world.mentees).push_back(profile);
        (is_mentor ? loaded.mentors : loaded.mentees).push_back(person(number));
    }
    return loaded;
}

std::set<std::pair<PersonId, PersonId>> people_of(std::vector<DrawnCouple> const& couples) {
    std::set<std::pair<PersonId, PersonId>> people;
    for (auto const& couple : couples) people.emplace(couple.mentor_id, couple.mentee_id);
    return people;
}

TEST(ADraw, joins_as_many_as_can_be_and_differs_by_its_seed) {
    auto const loaded = crowd();
    auto const one = draw_couples(loaded, {}, 1).value();
    EXPECT_EQ(one.size(), kEach);
    EXPECT_EQ(people_of(one), people_of(draw_couples(loaded, {}, 1).value()));
    EXPECT_NE(people_of(one), people_of(draw_couples(loaded, {}, 2).value()))
        << "whoever knows what everybody wants could work it out";
}

TEST(ADraw, draws_nobody_twice_who_was_joined_before_nor_who_is_kept_apart) {
    auto loaded = crowd();
    std::vector<std::pair<PersonId, PersonId>> before;
    for (int mentee = kEach; mentee < 2 * kEach - 1; ++mentee) before.emplace_back(person(0), person(mentee));
    EXPECT_THAT(people_of(draw_couples(loaded, before, 3).value()),
                testing::Contains(std::pair(person(0), person(2 * kEach - 1))));
    loaded.bans.push_back({0, kEach - 1});
    EXPECT_EQ(draw_couples(loaded, before, 3).value().size(), kEach - 1);
}

TEST(ADraw, puts_nobody_under_whoever_leads_the_organisation) {
    auto loaded = crowd();
    loaded.world.mentees[0].place = 0;
    loaded.world.tree[0].is_opened = true;
    auto const couples = draw_couples(loaded, {}, 4).value();
    for (auto const& couple : couples) EXPECT_NE(couple.mentee_id, loaded.mentees[0]);
}

TEST(ACardWithoutAName, holds_topics_styles_and_a_level_band_and_nothing_else) {
    auto const couples = draw_couples(crowd(), {}, 5).value();
    for (auto const& couple : couples) {
        auto const written = json::write(couple.for_mentor) + json::write(couple.for_mentee);
        for (auto const* word : {"site", "department", "Leeds", "Stores", "common_time", "leads"})
            EXPECT_THAT(written, Not(HasSubstr(word)));
        EXPECT_EQ(couple.for_mentor.you_want.front().topic, "I1");
        EXPECT_EQ(couple.for_mentee.you_want.front().topic, "C1");
        EXPECT_EQ(couple.for_mentor.styles.front().code, "same_style");
        EXPECT_EQ(couple.for_mentee.band, (LevelBand{1, 1}));
        EXPECT_EQ(couple.for_mentor.band, (LevelBand{4, 5})) << "six at each are too few for a band of their own";
    }
}

TEST(TheFewestPartners, are_counted_by_public_rules_and_among_free_places) {
    auto loaded = crowd();
    EXPECT_EQ(fewest_partners(loaded), kEach);
    loaded.world.mentors[0].not_with.push_back(loaded.world.mentees[0].person);
    EXPECT_EQ(fewest_partners(loaded), kEach) << "what is private moves no figure";
    EXPECT_FALSE(may_meet(loaded, loaded.mentors[0], loaded.mentees[0]));
    EXPECT_TRUE(may_meet(loaded, loaded.mentors[0], loaded.mentees[1]));
    loaded.world.mentees[0].free_places = 0;
    EXPECT_EQ(fewest_partners(loaded), kEach - 1);
    loaded.world.mentors[3].wants.front().topic = 0;
    EXPECT_EQ(fewest_partners(loaded), 0) << "whom nobody could be joined with is the one with the fewest";
    EXPECT_EQ(fewest_partners(matching::LoadedWorld{}), std::nullopt);
}

TEST(LevelBands, take_neighbours_together_until_ten_stand_in_them) {
    auto const many = [](std::vector<std::pair<int, int>> const& counts) {
        std::vector<std::int32_t> levels;
        for (auto const& [level, count] : counts) levels.insert(levels.end(), static_cast<std::size_t>(count), level);
        return bands_of(levels);
    };
    EXPECT_THAT(many({{1, 10}, {2, 10}}), ElementsAre(LevelBand{1, 1}, LevelBand{2, 2}));
    EXPECT_THAT(many({{1, 4}, {3, 6}, {4, 12}, {9, 2}}), ElementsAre(LevelBand{1, 3}, LevelBand{4, 9}));
    EXPECT_THAT(many({{1, 9}}), IsEmpty()) << "one word more would point at few";
    EXPECT_EQ(band_of(many({{1, 10}, {4, 10}}), 4), (LevelBand{4, 4}));
    EXPECT_EQ(band_of(many({{1, 10}}), std::nullopt), std::nullopt);
}

}  // namespace
}  // namespace acquaintance

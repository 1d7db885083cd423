#include "matching/prices.hpp"

#include <gmock/gmock.h>

#include "platform/json.hpp"

namespace matching {
namespace {

using testing::Each;
using testing::Field;
using testing::SizeIs;

constexpr engine::Topic kMarkets = 0;
constexpr engine::Topic kCareer = 1;

PersonId priced_person(std::uint8_t side, std::uint8_t number) {
    PersonId id;
    id.bytes[14] = side;
    id.bytes[15] = number;
    return id;
}

// Two who bring markets and two who want them.
struct WhatARunCosts : testing::Test {
    RunGround ground;

    WhatARunCosts() {
        world().family_of = {0, 1};
        world().rules.gap_least = 1;
        for (std::uint8_t i = 0; i < 2; ++i) {
            add(Side::mentor, priced_person(1, i), 1, {kMarkets, kCareer});
            add(Side::mentee, priced_person(2, i), 4, {kCareer, kMarkets});
        }
    }
    engine::World& world() { return ground.loaded.world; }
    void add(Side side, PersonId person, std::int32_t level, std::array<engine::Topic, 2> topics) {
        engine::Profile profile;
        profile.person = person.bytes;
        profile.level = level;
        profile.offers = {{topics[0], 3, true}};
        profile.wants = {{topics[1], 1, true}};
        profile.place = static_cast<engine::Index>(world().tree.size());
        world().tree.emplace_back();
        (side == Side::mentor ? world().mentors : world().mentees).push_back(profile);
        (side == Side::mentor ? ground.loaded.mentors : ground.loaded.mentees).push_back(person);
    }
    PricesFound prices() { return find_prices(ground, find_pairs(ground, {}).value()).value(); }
};

TEST_F(WhatARunCosts, is_said_for_each_objective) {
    auto const found = prices();
    ASSERT_THAT(found.objectives, SizeIs(4));
    for (auto const& one : found.objectives) {
        EXPECT_EQ(one.pairs, 2);
        EXPECT_EQ(one.mentors_reached + one.mentees_reached, 4);
        EXPECT_GT(one.gains.value().least, 0);
    }
    EXPECT_EQ(found.objectives[2].objective, Objective::stable);
    EXPECT_EQ(found.objectives[2].gains.value().blocking_pairs, 0);
}

TEST_F(WhatARunCosts, holds_the_pairs_of_the_run_itself_among_the_objectives) {
    ground.run.objective = Objective::stable;
    world().mentees[0].wants[0].priority = 3;
    auto const own = find_pairs(ground, {}).value();
    auto const found = prices();
    EXPECT_EQ(found.objectives[2].pairs, own.certificate.pairs);
    EXPECT_EQ((found.objectives[2].gains.value().mentor_mean + found.objectives[2].gains.value().mentee_mean) > 0,
              true);
}

TEST_F(WhatARunCosts, is_said_for_each_rule_in_force) {
    world().mentors[1].languages = 1;
    world().mentees[0].languages = world().mentees[1].languages = 2;
    auto const found = prices();
    ASSERT_THAT(found.rules, SizeIs(3)) << "neither department nor site is a rule here";
    EXPECT_EQ(found.rules[0].rule, PricedRule::level_gap);
    EXPECT_EQ(found.rules[0].price.pairs_more, 0);
    EXPECT_EQ(found.rules[2].rule, PricedRule::common_language);
    EXPECT_EQ(found.rules[2].price.pairs_more, 1);
    EXPECT_EQ(found.rules[2].price.people_more, 2);
}

TEST_F(WhatARunCosts, is_said_for_each_wish) {
    ground.loaded.bans = {{0, 0}, {0, 1}};
    ground.loaded.locks = {{1, 0}};
    auto const found = prices();
    ASSERT_THAT(found.wishes, SizeIs(3));
    EXPECT_EQ(found.wishes[0].wish, Wish::together);
    EXPECT_EQ(found.wishes[0].price.pairs_more, 0);
    EXPECT_EQ(found.wishes[1].mentor_id, ground.loaded.mentors[0]);
    EXPECT_EQ(found.wishes[1].price.pairs_more, 0) << "the one they could have is kept for somebody else";
    EXPECT_EQ(found.wishes[2].price.pairs_more, 1);
}

// Whoever works alike was with somebody else before.
TEST_F(WhatARunCosts, is_said_for_keeping_the_pairs_of_before) {
    world().mentors[0].styles = world().mentees[0].styles = {engine::Style::first};
    world().mentors[1].styles = world().mentees[1].styles = {engine::Style::second};
    EXPECT_FALSE(prices().keeping) << "nothing was to be kept";
    ground.before = PairsBefore{{}, {{0, 1}, {1, 0}}};
    ground.run.keep_bonus = 1000;
    auto const kept = find_pairs(ground, {}).value();
    ASSERT_EQ(kept.assignment.couples, ground.before->couples);
    auto const found = prices();
    ASSERT_TRUE(found.keeping);
    EXPECT_EQ(found.keeping->pairs_more, 0);
    EXPECT_GT(found.keeping->mean_more.value(), 0);
    EXPECT_THAT(found.objectives, Each(Field(&ObjectivePrice::pairs, 2)));
}

// What is private costs the same as a wish that was never kept: nothing that could be read off.
TEST_F(WhatARunCosts, is_nothing_for_a_wish_that_could_not_be_kept) {
    world().mentors[0].not_with = {world().mentees[0].person};
    ground.loaded.locks = {{0, 0}};
    auto const of_private = prices();
    world().mentors[0].not_with.clear();
    world().mentors[0].earlier_partners = {world().mentees[0].person};
    auto const of_earlier = prices();
    EXPECT_EQ(of_private.wishes.at(0).price.pairs_more, 0);
    EXPECT_EQ(of_private.wishes.at(0).price.mean_more, 0);
    EXPECT_EQ(json::write(of_private), json::write(of_earlier));
}

TEST_F(WhatARunCosts, says_when_there_are_more_wishes_than_it_prices) {
    for (std::size_t i = 0; i < kMostWishesPriced; ++i) ground.loaded.bans.push_back({0, 0});
    EXPECT_FALSE(prices().has_more_wishes);
    ground.loaded.bans.push_back({0, 1});
    auto const found = prices();
    EXPECT_THAT(found.wishes, SizeIs(kMostWishesPriced));
    EXPECT_TRUE(found.has_more_wishes);
}

TEST_F(WhatARunCosts, can_be_cancelled_and_tells_how_far_it_is) {
    std::vector<std::uint64_t> heard;
    auto const cancelled =
        find_prices(ground, find_pairs(ground, {}).value(), [&](std::uint64_t done, std::uint64_t total) {
            heard.push_back(done);
            EXPECT_EQ(total, 7U);
            return done < 2;
        });
    ASSERT_FALSE(cancelled);
    EXPECT_EQ(cancelled.refusal().code, "cancelled");
    EXPECT_EQ(heard, (std::vector<std::uint64_t>{0, 1, 2}));
}

}  // namespace
}  // namespace matching

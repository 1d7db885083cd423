#include "matching/engine/world.hpp"

#include <gtest/gtest.h>

#include "matching/engine/assignment.hpp"
#include "matching/engine/candidate_search.hpp"
#include "matching/engine/certificate.hpp"
#include "matching/engine/explanation.hpp"

namespace {

using namespace matching::engine;

constexpr Topic kCustomers = 0;
constexpr Topic kShopping = 1;  // the same family
constexpr Topic kCareer = 2;
constexpr Topic kLeading = 3;  // the same family
constexpr Topic kLived = 4;

base::IdBytes someone(std::uint8_t number) {
    base::IdBytes identity{};
    identity[15] = number;
    return identity;
}

// Ana (level 1) brings customers and wants career; Sofia (level 4) the other way round. Both fit in every way.
struct TwoPeople : testing::Test {
    World world;
    Profile& ana = add(world.mentors, 1);
    Profile& sofia = add(world.mentees, 2);

    TwoPeople() {
        world.family_of = {0, 0, 1, 1, 2};
        world.rules.gap_least = 1;
        ana.level = 1;
        ana.offers = {{kCustomers, 3, true}};
        ana.wants = {{kCareer, 1, true}};
        sofia.level = 4;
        sofia.offers = {{kCareer, 3, true}};
        sofia.wants = {{kCustomers, 1, true}};
        ana.place = 0;
        sofia.place = 1;
        world.tree.resize(2);
        for (auto* person : {&ana, &sofia}) {
            person->week[0] = 0xFFFFFF;
            person->languages = 1;
        }
        ana.department = ana.site = 1;
        sofia.department = sofia.site = 2;
    }
    static Profile& add(std::vector<Profile>& side, std::uint8_t number) {
        side.reserve(4);
        side.push_back({});
        side.back().person = someone(number);
        return side.back();
    }
    Verdict verdict() {
        Benefit benefit;
        return Judge(world).judge(ana, sofia, benefit);
    }
    Benefit benefit() { return benefit_of(world, ana, sofia); }
    Explanation explanation() { return explain(world, ReportingTree(world.tree), ana, sofia); }
};

using HardRules = TwoPeople;

TEST_F(HardRules, let_two_people_meet_who_fit) {
    EXPECT_EQ(verdict(), 0U);
}

TEST_F(HardRules, keep_a_person_from_themselves) {
    sofia.person = ana.person;
    EXPECT_EQ(verdict(), bit(Rule::same_person));
}

TEST_F(HardRules, keep_partners_of_now_from_being_suggested_again) {
    sofia.partners_now = {ana.person};
    EXPECT_EQ(verdict(), bit(Rule::already_partners));
}

TEST_F(HardRules, ask_that_each_side_gets_at_least_one_of_its_wants) {
    sofia.offers = {{kLived, 3, true}};
    EXPECT_EQ(verdict(), bit(Rule::nothing_for_mentor));
    ana.offers = {};
    EXPECT_EQ(verdict(), bit(Rule::nothing_for_mentor) | bit(Rule::nothing_for_mentee));
    world.rules.both_must_gain = false;
    EXPECT_EQ(verdict(), 0U);
}

TEST_F(HardRules, take_a_topic_of_the_family_for_the_topic) {
    ana.offers = {{kShopping, 3, true}};
    EXPECT_EQ(verdict(), 0U);
}

TEST_F(HardRules, never_let_a_match_rest_on_what_somebody_will_not_discuss) {
    ana.will_not_discuss = {kCustomers};
    EXPECT_EQ(verdict(), bit(Rule::not_available));
    ana.will_not_discuss = {};
    sofia.will_not_discuss = {kCustomers};
    EXPECT_EQ(verdict(), bit(Rule::not_available));
    ana.offers.push_back({kShopping, 1, true});
    EXPECT_EQ(verdict(), bit(Rule::not_available)) << "the wanted topic itself is off the table";
    sofia.wants.push_back({kShopping, 2, true});
    EXPECT_EQ(verdict(), 0U);
}

TEST_F(HardRules, know_the_sign_of_the_level_gap) {
    sofia.level = 1;
    EXPECT_EQ(verdict(), bit(Rule::level_gap));
    sofia.level = 0;
    EXPECT_EQ(verdict(), bit(Rule::level_gap));
    world.rules.gap_least.reset();
    world.rules.gap_most = -1;
    EXPECT_EQ(verdict(), 0U) << "traditional: the mentor stands higher";
    sofia.level.reset();
    EXPECT_EQ(verdict(), bit(Rule::level_unknown));
    world.rules.gap_most.reset();
    EXPECT_EQ(verdict(), 0U) << "reciprocal: any";
}

TEST_F(HardRules, ask_for_another_department_or_site_as_the_programme_says) {
    sofia.department = sofia.site = 1;
    EXPECT_EQ(verdict(), 0U);
    world.rules.other_department = true;
    EXPECT_EQ(verdict(), bit(Rule::same_department));
    world.rules.site = SiteRule::different;
    EXPECT_EQ(verdict(), bit(Rule::same_department) | bit(Rule::site));
    sofia.department = 2;
    world.rules.site = SiteRule::same;
    EXPECT_EQ(verdict(), 0U);
    sofia.site = 0;
    EXPECT_EQ(verdict(), bit(Rule::site));
}

TEST_F(HardRules, ask_for_an_hour_in_common_where_both_have_said_their_times) {
    sofia.week[0] = 0x1;
    EXPECT_EQ(verdict(), bit(Rule::no_common_time));
    sofia.week[0] = 0x3;
    EXPECT_EQ(verdict(), 0U);
    sofia.week = {};
    EXPECT_EQ(verdict(), 0U);
}

TEST_F(HardRules, ask_for_a_common_language) {
    sofia.languages = 2;
    EXPECT_EQ(verdict(), bit(Rule::no_common_language));
    sofia.languages = 3;
    EXPECT_EQ(verdict(), 0U);
}

TEST_F(HardRules, keep_people_of_one_line_apart) {
    world.tree[0].manager = 1;
    EXPECT_EQ(verdict(), bit(Rule::above));
    world.tree[0].manager.reset();
    world.tree[1].is_known = false;
    EXPECT_EQ(verdict(), bit(Rule::unknown_line));
}

// Every private cause reads the same, beside the public causes of the same name.
TEST_F(HardRules, fold_everything_private_into_one_reason) {
    auto const reads_the_same = [&](auto change) {
        auto const before = world;
        change();
        EXPECT_EQ(verdict(), bit(Rule::not_available));
        world = before;
    };
    reads_the_same([&] { world.mentors[0].not_with = {sofia.person}; });
    reads_the_same([&] { world.mentees[0].not_with = {ana.person}; });
    reads_the_same([&] { world.mentors[0].earlier_partners = {sofia.person}; });
    reads_the_same([&] { world.mentees[0].will_not_discuss = {kCareer}; });
    reads_the_same([&] { world.rules.least_benefit = 1001; });
}

// Whoever may try any weights must not learn from them who is kept apart in private and who lies below the floor.
TEST_F(HardRules, are_moved_by_no_weight) {
    auto const nobody_else = [&](Weights weights) {
        world.rules.weights = weights;
        return verdict();
    };
    sofia.department = ana.department = sofia.site = ana.site = 1;
    EXPECT_EQ(nobody_else({0, 0, 100, 0}), 0U) << "nothing that counts, and yet they may meet";
    EXPECT_EQ(benefit().together, 0);
    world.rules.least_benefit = 1001;
    for (auto const& weights : {Weights{}, Weights{100, 0, 0, 0}, Weights{0, 0, 0, 100}})
        EXPECT_EQ(nobody_else(weights), bit(Rule::not_available));
}

TEST_F(HardRules, ask_for_common_time_and_language_unless_the_programme_does_without) {
    sofia.week = {};
    sofia.week[5] = 0xFF;
    sofia.languages = 2;
    EXPECT_EQ(verdict(), bit(Rule::no_common_time) | bit(Rule::no_common_language));
    world.rules.common_time = false;
    EXPECT_EQ(verdict(), bit(Rule::no_common_language));
    world.rules.common_language = false;
    EXPECT_EQ(verdict(), 0U);
}

TEST_F(HardRules, say_nothing_private_where_a_public_rule_speaks) {
    sofia.level = 1;
    auto const without = verdict();
    ana.not_with = {sofia.person};
    EXPECT_EQ(verdict(), without);
}

TEST_F(HardRules, are_counted_for_each_person) {
    auto& bruno = add(world.mentors, 3);
    bruno = world.mentors[0];
    bruno.person = someone(3);
    bruno.level = 4;
    bruno.languages = 2;
    auto const found = find_candidates(world);
    ASSERT_EQ(found.list.size(), 1U);
    auto const at = [](Rule rule) { return static_cast<std::size_t>(rule); };
    EXPECT_EQ(found.mentors[1].could_meet, 0);
    EXPECT_EQ(found.mentors[1].taken[at(Rule::level_gap)], 1);
    EXPECT_EQ(found.mentors[1].taken[at(Rule::no_common_language)], 1);
    EXPECT_EQ(found.mentees[0].could_meet, 1);
    EXPECT_EQ(found.mentees[0].taken[at(Rule::level_gap)], 1);
    EXPECT_EQ(found.taken[at(Rule::level_gap)], 1);
    EXPECT_EQ(found.taken_alone[at(Rule::level_gap)], 0);
}

TEST_F(HardRules, keep_two_people_to_one_direction_unless_it_is_reciprocal) {
    world.rules.gap_least.reset();
    world.mentors.push_back(world.mentees[0]);
    world.mentees.push_back(world.mentors[0]);
    EXPECT_EQ(find_candidates(world).list.size(), 1U);
    world.rules.may_swap_sides = true;
    EXPECT_EQ(find_candidates(world).list.size(), 2U);
}

using Benefits = TwoPeople;

TEST_F(Benefits, reach_a_thousand_when_everything_fits) {
    EXPECT_EQ(benefit().mentor, 1000);
    EXPECT_EQ(benefit().mentee, 1000);
    EXPECT_EQ(benefit().together, 1000);
}

TEST_F(Benefits, count_the_family_for_half_and_the_strength_of_the_offer) {
    EXPECT_EQ(topic_fit(world, sofia, ana), 1000);
    ana.offers = {{kShopping, 3, true}};
    EXPECT_EQ(topic_fit(world, sofia, ana), 500);
    ana.offers = {{kCustomers, 1, true}};
    EXPECT_EQ(topic_fit(world, sofia, ana), 700);
    sofia.wants = {{kCustomers, 1, true}, {kLived, 3, true}};
    EXPECT_EQ(topic_fit(world, sofia, ana), 700 * 3 / 4);
}

TEST_F(Benefits, take_equal_answers_for_a_fit_but_opposite_ones_in_talking) {
    ana.styles.fill(Style::first);
    sofia.styles.fill(Style::first);
    EXPECT_EQ(style_fit(ana, sofia), 833);
    sofia.styles[kTalkingStyle] = Style::second;
    EXPECT_EQ(style_fit(ana, sofia), 1000);
    sofia.styles.fill(Style::second);
    EXPECT_EQ(style_fit(ana, sofia), 166);
    sofia.styles.fill(Style::no_matter);
    EXPECT_EQ(style_fit(ana, sofia), 1000);
}

TEST_F(Benefits, fall_for_each_partner_the_other_already_has) {
    sofia.live_partners = 1;
    EXPECT_EQ(benefit().mentor, 900);
    EXPECT_EQ(benefit().mentee, 1000);
}

TEST_F(Benefits, let_the_weaker_side_count_most) {
    EXPECT_EQ(harmonic_mean(1000, 1000), 1000);
    EXPECT_EQ(harmonic_mean(1000, 250), 400);
    EXPECT_EQ(harmonic_mean(0, 1000), 0);
    EXPECT_EQ(harmonic_mean(1, 2), 1);
    for (std::int32_t a = 1; a <= 1000; a += 37)
        for (std::int32_t b = 1; b <= 1000; b += 41)
            EXPECT_EQ(harmonic_mean(a, b), static_cast<std::int32_t>(2.0 * a * b / (a + b) + 0.5));
}

using Reasons = TwoPeople;

TEST_F(Reasons, speak_both_ways) {
    sofia.offers.push_back({kLeading, 2, true});
    ana.wants.push_back({kLeading, 2, true});
    auto const why = explanation();
    ASSERT_EQ(why.for_mentor.size(), 2U);
    EXPECT_EQ(why.for_mentor[0].topic, kCareer);
    EXPECT_EQ(why.for_mentor[1].topic, kLeading);
    ASSERT_EQ(why.for_mentee.size(), 1U);
    EXPECT_EQ(why.for_mentee[0].code, ReasonCode::topic_equal);
    EXPECT_EQ(why.for_mentee[0].topic, kCustomers);
    EXPECT_EQ(why.fit, Fit::both_ways);
}

TEST_F(Reasons, name_a_private_topic_only_where_both_let_it_be_named) {
    ana.offers = {{kLived, 3, false}};
    sofia.wants = {{kLived, 1, true}};
    ASSERT_EQ(explanation().for_mentee.size(), 1U);
    EXPECT_EQ(explanation().for_mentee[0].code, ReasonCode::private_topic);
    EXPECT_EQ(explanation().for_mentee[0].topic, std::nullopt);
    ana.offers[0].may_be_named = true;
    EXPECT_EQ(explanation().for_mentee[0].topic, kLived);
}

TEST_F(Reasons, tell_both_when_one_leads_the_organisation) {
    world.tree.resize(4);
    world.tree[0].manager = 2;
    world.tree[2].manager = 3;
    world.tree[3].manager = 1;
    world.tree[1].is_above_more_than_half = world.tree[1].is_opened = true;
    EXPECT_EQ(verdict(), 0U);
    ASSERT_FALSE(explanation().shared.empty());
    EXPECT_EQ(explanation().shared[0].code, ReasonCode::leads_organisation);
    EXPECT_EQ(explanation().shared[0].number, 3);
}

TEST_F(Reasons, for_having_no_partner_come_with_numbers) {
    auto& bruno = add(world.mentors, 3);
    bruno = world.mentors[0];
    bruno.person = someone(3);
    auto& cleo = add(world.mentors, 4);
    cleo = world.mentors[0];
    cleo.person = someone(4);
    cleo.level = 9;
    auto const candidates = find_candidates(world);
    auto snapshot = make_snapshot(world, candidates);
    auto const assignment = assign(snapshot).value();
    EXPECT_TRUE(certify(snapshot, assignment).verified());
    auto const leftovers = explain_leftovers(world, candidates, assignment);
    ASSERT_EQ(leftovers.mentors.size(), 2U);
    EXPECT_TRUE(leftovers.mentees.empty());
    EXPECT_EQ(leftovers.mentors[0].code, LeftoverCode::all_taken);
    EXPECT_EQ(leftovers.mentors[0].could_meet, 1);
    EXPECT_EQ(leftovers.mentors[0].department, 2U);
    EXPECT_EQ(leftovers.mentors[1].code, LeftoverCode::nobody);
    EXPECT_EQ(leftovers.mentors[1].rule, Rule::level_gap);
    EXPECT_EQ(leftovers.mentors[1].taken, 1);
}

}  // namespace

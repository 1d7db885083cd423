#include "pairing/goal.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace pairing {
namespace {

using testing::ElementsAre;
using testing::SizeIs;

base::Day goal_day(int number) {
    return base::parse_day("2026-01-05").value() + number;
}

Pairing running() {
    Pairing pairing;
    pairing.started_at = base::start_of_utc(goal_day(0));
    pairing.went_on_at = pairing.started_at;
    return pairing;
}

Pairing over() {
    return *close(running(), Ending::completed, goal_day(9));
}

TEST(Goals, begin_as_the_outcomes_of_the_agreement) {
    Agreement agreement;
    agreement.mentor_outcomes = {"Lead a meeting"};
    agreement.mentee_outcomes = {"Hear customers", "Try our shop"};
    auto const fresh = goals_with_outcomes({}, agreement);
    ASSERT_THAT(fresh, SizeIs(3));
    EXPECT_EQ(fresh[0].text, "Lead a meeting");
    EXPECT_EQ(fresh[2], (Goal{Side::mentee, 2, 0, "Try our shop", {}, false}));
    auto const begun = goals_with_outcomes({{Side::mentee, 1, 4, "Hear ten customers", {}, true}}, agreement);
    ASSERT_THAT(begun, SizeIs(3));
    EXPECT_EQ(begun[1].text, "Hear ten customers") << "what was written stands before the outcome";
}

TEST(AGoal, is_moved_on_by_the_version_that_was_read) {
    Goal const wanted{Side::mentor, 1, 0, "  Lead a meeting ", {{" Prepare ", true}, {"  ", false}}, false};
    auto const written = change_goal(running(), 0, wanted).value();
    EXPECT_EQ(written.version, 1);
    EXPECT_EQ(written.text, "Lead a meeting");
    EXPECT_THAT(written.steps, ElementsAre(GoalStep{"Prepare", true}));
    EXPECT_EQ(change_goal(running(), 1, wanted).refusal().code, "stale");
    EXPECT_EQ(change_goal(running(), 0, {Side::mentor, 1, 0, " ", {}, false}).refusal().errors.at(0).code, "too_short");
}

TEST(AGoal, is_written_while_the_pair_runs) {
    EXPECT_EQ(change_goal({}, 0, {}).refusal().code, "not_started");
    EXPECT_EQ(change_goal(over(), 0, {Side::mentor, 1, 0, "x", {}, false}).refusal().code, "pairing_over");
}

TEST(TheLadder, is_of_topics_that_the_two_share_and_once_each) {
    EXPECT_TRUE(check_ladder({{"C1", 0, 2, {}}}, {"C1", "C2"}));
    EXPECT_EQ(check_ladder({{"A1", 0, 2, {}}}, {"C1"}).refusal().errors.at(0).code, "unknown");
    EXPECT_EQ(check_ladder({{"C1", 0, 2, {}}, {"C1", 1, 2, {}}}, {"C1"}).refusal().errors.at(0).code, "twice");
}

TEST(TheEcho, comes_ninety_days_after_the_end) {
    EXPECT_EQ(echo_on(running()), std::nullopt);
    EXPECT_EQ(echo_on(over()), goal_day(99));
    EXPECT_EQ(may_echo(over(), goal_day(98)).refusal().code, "echo_too_early");
    EXPECT_TRUE(may_echo(over(), goal_day(99)));
    EXPECT_EQ(may_echo(running(), goal_day(300)).refusal().code, "echo_too_early");
    EXPECT_TRUE(may_echo(over(), goal_day(188)));
    EXPECT_EQ(may_echo(over(), goal_day(189)).refusal().code, "no_longer_kept");
    EXPECT_EQ(may_set_targets(over(), goal_day(189)).refusal().code, "no_longer_kept");
}

TEST(Targets, are_set_from_the_start_of_a_pair_and_after_its_end) {
    EXPECT_EQ(may_set_targets({}, goal_day(0)).refusal().code, "not_started");
    EXPECT_TRUE(may_set_targets(running(), goal_day(0)));
    EXPECT_TRUE(may_set_targets(over(), goal_day(188)));
}

}  // namespace
}  // namespace pairing

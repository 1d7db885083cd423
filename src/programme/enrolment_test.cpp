#include "programme/enrolment.hpp"

#include <gtest/gtest.h>

#include "programme/eligibility.hpp"

using namespace programme;

TEST(Eligibility, lets_everybody_in_where_nothing_is_named) {
    EXPECT_TRUE(is_eligible({}, {}));
    EXPECT_TRUE(is_eligible({}, {.level = 3, .department = "Retail", .site = "Lyon"}));
}

TEST(Eligibility, takes_values_as_alternatives_and_fields_together) {
    SideEligibility const eligibility{.levels = {1, 2}, .departments = {"Retail"}, .sites = {}};
    EXPECT_TRUE(is_eligible(eligibility, {.level = 2, .department = "Retail", .site = std::nullopt}));
    EXPECT_FALSE(is_eligible(eligibility, {.level = 3, .department = "Retail", .site = std::nullopt}));
    EXPECT_FALSE(is_eligible(eligibility, {.level = 1, .department = "Finance", .site = std::nullopt}));
}

TEST(Eligibility, does_not_let_in_whose_level_nobody_knows) {
    EXPECT_FALSE(is_eligible({.levels = {1}, .departments = {}, .sites = {}}, {}));
}

TEST(Capacity, of_three_or_more_needs_a_sentence_why) {
    EXPECT_TRUE(check_capacity(2, std::nullopt));
    EXPECT_EQ(check_capacity(3, " ").refusal().errors.front().pointer, "/capacity_reason");
    EXPECT_TRUE(check_capacity(3, "My team covers for me on Fridays."));
    EXPECT_EQ(check_capacity(6, "why not").refusal().errors.front().code, "too_large");
    EXPECT_EQ(check_capacity(0, std::nullopt).refusal().errors.front().code, "too_small");
}

TEST(AnEnrolment, is_paused_and_taken_up_again) {
    Enrolment enrolment;
    auto paused = pause(enrolment);
    ASSERT_TRUE(paused);
    EXPECT_EQ(paused->state, EnrolmentState::paused);
    EXPECT_EQ(resume(*paused)->state, EnrolmentState::joined);
}

TEST(AnEnrolment, that_waits_goes_on_waiting_when_nobody_paused_it) {
    Enrolment enrolment;
    enrolment.state = EnrolmentState::waiting;
    EXPECT_EQ(resume(enrolment)->state, EnrolmentState::waiting);
}

TEST(AnEnrolment, may_be_left_at_any_moment_and_left_twice) {
    Enrolment enrolment;
    EXPECT_EQ(withdraw(withdraw(enrolment)).state, EnrolmentState::withdrawn);
    EXPECT_EQ(pause(withdraw(enrolment)).refusal().code, "enrolment_state");
    EXPECT_EQ(rejoin(withdraw(enrolment), EnrolmentState::joined, base::Day{20}).state, EnrolmentState::joined);
}

TEST(WhoeverJoins, waits_when_the_places_are_spoken_for_or_enrolment_has_closed) {
    EXPECT_EQ(state_on_joining({.planned_pairs = 15, .joined_capacity = 14}), EnrolmentState::joined);
    EXPECT_EQ(state_on_joining({.planned_pairs = 15, .joined_capacity = 15}), EnrolmentState::waiting);
    EXPECT_EQ(state_on_joining({.planned_pairs = 15, .joined_capacity = 0, .enrolment_is_closed = true}),
              EnrolmentState::waiting);
}

TEST(TheNeedCheck, is_a_figure_only_for_the_order_by_need) {
    EXPECT_EQ(urgency({Need::need_it_now, Need::need_it_now, Need::need_it_now}), 6);
    EXPECT_EQ(urgency({Need::nice_to_have, Need::nice_to_have, Need::nice_to_have}), 0);
    EXPECT_EQ(urgency({}), 3);
}

#include "acquaintance/acquaintance.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace acquaintance {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::Not;

base::Day day(int of_june) {
    return base::make_day(2026, 6, of_june).value();
}
base::Instant at(int of_june, int minutes = 0) {
    return base::start_of_utc(day(of_june)) + std::chrono::minutes(minutes);
}

Acquaintance between(State state) {
    Acquaintance acquaintance;
    acquaintance.round.closes_at = at(6);
    acquaintance.round.last_on = day(20);
    acquaintance.state = state;
    return acquaintance;
}

TEST(AnAnswerWithoutNames, may_be_changed_until_answers_close_and_joins_two_who_are_happy) {
    auto suggested = between(State::suggested);
    suggested = answer(suggested, Side::mentor, Answer::rather_not, at(1)).value();
    suggested = answer(suggested, Side::mentor, Answer::happy_to_meet, at(5)).value();
    EXPECT_EQ(joined(suggested, true), State::over) << "the other was silent";
    suggested = answer(suggested, Side::mentee, Answer::happy_to_meet, at(5)).value();
    EXPECT_EQ(joined(suggested, true), State::talking);
    EXPECT_EQ(joined(suggested, false), State::over) << "they may not meet any more";
    EXPECT_EQ(answer(suggested, Side::mentee, Answer::rather_not, at(6)).refusal().code, "round_has_closed");
    EXPECT_EQ(state_for_one(suggested, day(6), at(6)), State::over) << "whether or not the house has come to it";
}

TEST(ANameOfTwo, opens_when_both_choose_and_not_before) {
    auto const talking = between(State::talking);
    auto const one = open_name(talking, Side::mentor, true, day(10), at(10)).value();
    EXPECT_EQ(one.state, State::talking);
    auto const both = open_name(one, Side::mentee, true, day(11), at(11)).value();
    EXPECT_EQ(both.state, State::opened);
    auto const taken_back = open_name(one, Side::mentor, false, day(10), at(10)).value();
    EXPECT_EQ(open_name(taken_back, Side::mentee, true, day(11), at(11)).value().state, State::talking);
    EXPECT_EQ(open_name(both, Side::mentor, false, day(12), at(12)).refusal().code, "takes_nothing_now")
        << "it is open";
}

TEST(ANameOfTwo, stays_closed_after_the_last_day_and_where_one_has_left) {
    auto const talking = between(State::talking);
    EXPECT_EQ(open_name(talking, Side::mentor, true, day(20), at(20)).value().state, State::talking);
    EXPECT_EQ(open_name(talking, Side::mentor, true, day(21), at(21)).refusal().code, "takes_nothing_now");
    auto const left = leave(talking, day(10), at(10)).value();
    EXPECT_EQ(left.state, State::over);
    EXPECT_EQ(leave(left, day(11), at(11)).value().state, State::over) << "leaving again is no refusal";
    EXPECT_EQ(open_name(left, Side::mentee, true, day(11), at(11)).refusal().code, "takes_nothing_now");
    EXPECT_EQ(leave(between(State::suggested), day(2), at(2)).refusal().code, "takes_nothing_now");
}

TEST(AMessageWithoutAName, is_shown_to_the_other_from_the_next_full_hour_on) {
    auto const talking = between(State::talking);
    auto const message = write(talking, Side::mentor, {}, 1, "  Hello  ", day(10), at(10, 17)).value();
    EXPECT_EQ(message.text, "Hello");
    EXPECT_EQ(message.shown_at, at(10, 60));
    EXPECT_EQ(write(talking, Side::mentor, {}, 1, "x", day(10), at(10, 60)).value().shown_at, at(10, 120));
    EXPECT_TRUE(is_shown_to(message, Side::mentor, at(10, 17)));
    EXPECT_FALSE(is_shown_to(message, Side::mentee, at(10, 59)));
    EXPECT_TRUE(is_shown_to(message, Side::mentee, at(10, 60)));
    EXPECT_EQ(write(talking, Side::mentor, {}, 1, "  ", day(10), at(10)).refusal().code, "invalid");
    EXPECT_EQ(write(talking, Side::mentor, {}, kMostMessages + 1, "x", day(10), at(10)).refusal().code, "full");
    EXPECT_EQ(write(between(State::opened), Side::mentor, {}, 1, "x", day(10), at(10)).refusal().code,
              "takes_nothing_now");
}

TEST(WhatOneMayDo, is_said_of_oneself_alone) {
    auto talking = between(State::talking);
    EXPECT_THAT(allowed_actions(talking, Side::mentee, day(10), at(10)),
                ElementsAre(Action::write, Action::open_name, Action::leave, Action::report));
    auto const before = allowed_actions(talking, Side::mentor, day(10), at(10));
    talking = open_name(talking, Side::mentee, true, day(10), at(10)).value();
    EXPECT_THAT(allowed_actions(talking, Side::mentee, day(10), at(10)), Contains(Action::close_name));
    EXPECT_EQ(allowed_actions(talking, Side::mentor, day(10), at(10)), before);
    EXPECT_THAT(allowed_actions(between(State::suggested), Side::mentor, day(2), at(2)), ElementsAre(Action::answer));
    EXPECT_THAT(allowed_actions(between(State::over), Side::mentor, day(10), at(10)), ElementsAre(Action::report));
    EXPECT_THAT(allowed_actions(talking, Side::mentor, day(21), at(21)), Not(Contains(Action::write)));
}

}  // namespace
}  // namespace acquaintance

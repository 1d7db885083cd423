#include "questionnaire/questionnaire.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace questionnaire {
namespace {

base::Day day(std::string const& text) {
    return base::parse_day(text).value();
}

TEST(TheStart, is_asked_until_the_last_round_is_over) {
    ProgrammeDays programme{day("2026-11-01"), day("2026-11-20"), day("2027-05-31"), 2, 14};
    EXPECT_EQ(days_of(Moment::start, programme).opens_on, day("2026-11-01"));
    EXPECT_EQ(days_of(Moment::start, programme).closes_on, day("2026-12-18"));
    programme.enrolment_closes_on.reset();
    EXPECT_EQ(days_of(Moment::start, programme).closes_on, day("2026-12-31"));
    programme.enrolling_on.reset();
    EXPECT_FALSE(days_of(Moment::start, programme).opens_on) << "not before people are invited";
}

TEST(TheEnd, is_asked_around_the_last_day_and_again_ninety_days_after) {
    ProgrammeDays const programme{day("2026-11-01"), {}, day("2027-05-31"), 2, 14};
    EXPECT_EQ(days_of(Moment::end, programme).opens_on, day("2027-05-17"));
    EXPECT_EQ(days_of(Moment::end, programme).closes_on, day("2027-06-07"));
    EXPECT_EQ(days_of(Moment::echo, programme).opens_on, day("2027-08-29"));
    EXPECT_FALSE(days_of(Moment::own, programme).opens_on);
}

TEST(AReminder, comes_once_few_days_are_left_and_not_on_the_first) {
    Questionnaire one;
    one.state = State::open;
    one.opened_on = day("2026-11-20");
    one.closes_on = day("2026-11-30");
    EXPECT_FALSE(is_time_to_remind(one, day("2026-11-24")));
    EXPECT_TRUE(is_time_to_remind(one, day("2026-11-25")));
    EXPECT_FALSE(is_time_to_remind(one, day("2026-12-01")));
    one.opened_on = day("2026-11-27");
    EXPECT_FALSE(is_time_to_remind(one, day("2026-11-27")));
}

TEST(AnOwnOne, is_open_for_three_days_at_least_and_sixty_at_most) {
    auto const code = [](std::string const& closes_on) {
        auto const checked = check_closing(day(closes_on), day("2026-11-20"));
        return checked ? std::string("taken") : checked.refusal().errors.at(0).code;
    };
    EXPECT_EQ(code("2026-11-19"), "in_the_past");
    EXPECT_EQ(code("2026-11-22"), "too_early");
    EXPECT_EQ(code("2026-11-23"), "taken");
    EXPECT_EQ(code("2027-01-20"), "too_far");
}

TEST(AnAudience, is_everybody_or_one_side) {
    EXPECT_TRUE(asks(Audience::everybody, Side::mentee));
    EXPECT_TRUE(asks(Audience::mentors, Side::mentor));
    EXPECT_FALSE(asks(Audience::mentors, Side::mentee));
    EXPECT_TRUE(asks(Audience::mentees, Side::mentee));
}

}  // namespace
}  // namespace questionnaire

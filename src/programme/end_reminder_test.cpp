#include "programme/end_reminder.hpp"

#include <gtest/gtest.h>

using namespace programme;

namespace {

base::Day const kEnd = *base::parse_day("2027-06-30");

EndReminder reminded_on(base::Day day) {
    return {{}, {}, kEnd, day};
}

}  // namespace

TEST(TheEndOfAProgramme, is_announced_by_the_house_fourteen_days_before_it) {
    EXPECT_EQ(announced_by_house_on(reminded_on(kEnd - 28)), kEnd - 14);
    EXPECT_EQ(last_day_by_house(reminded_on(kEnd - 28), kEnd - 14), kEnd);
    EXPECT_EQ(announced_by_house_on(next_reminder(kEnd, kEnd - 200)), kEnd - 14);
}

TEST(TheEndOfAProgramme, leaves_coordinators_and_participants_their_fourteen_days_when_it_was_noticed_late) {
    EXPECT_EQ(announced_by_house_on(reminded_on(kEnd - 3)), kEnd + 11);
    EXPECT_EQ(last_day_by_house(reminded_on(kEnd - 3), kEnd + 11), kEnd + 25);
    EXPECT_EQ(announced_by_house_on(next_reminder(kEnd, kEnd + 400)), kEnd + 414);
}

TEST(LookingBack, begins_by_itself_when_everybody_has_been_told) {
    for (auto state : {State::enrolling, State::matching, State::running, State::reviewing})
        EXPECT_EQ(state_for_last_day(state, kEnd, kEnd, kEnd - 14), State::reviewing);
    EXPECT_EQ(state_for_last_day(State::running, kEnd, kEnd, kEnd - 15), State::running);
    EXPECT_EQ(state_for_last_day(State::closed, kEnd, kEnd, kEnd), State::closed);
}

TEST(LookingBack, is_taken_back_by_a_later_day_but_only_where_the_day_had_begun_it) {
    EXPECT_EQ(state_for_last_day(State::reviewing, kEnd, kEnd + 60, kEnd - 10), State::running);
    EXPECT_EQ(state_for_last_day(State::reviewing, kEnd, kEnd + 1, kEnd - 40), State::reviewing) << "pressed by hand";
    EXPECT_EQ(state_for_last_day(State::reviewing, std::nullopt, kEnd, kEnd - 40), State::reviewing);
    EXPECT_EQ(state_for_last_day(State::reviewing, kEnd, kEnd + 4, kEnd - 10), State::reviewing);
}

#include "programme/weekly_slots.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace programme;
using testing::ElementsAre;

TEST(WeeklySlots, come_back_as_they_were_given_joined_and_in_order) {
    auto slots = WeeklySlots::from_times(
        {{Weekday::sunday, 1380, 1440}, {Weekday::monday, 600, 660}, {Weekday::monday, 540, 600}});
    ASSERT_TRUE(slots);
    EXPECT_EQ(slots->count(), 6);
    EXPECT_THAT(slots->times(),
                ElementsAre(UsualTime{Weekday::monday, 540, 660}, UsualTime{Weekday::sunday, 1380, 1440}));
    EXPECT_THAT(WeeklySlots::from_bytes(slots->bytes()).times(), slots->times());
}

TEST(WeeklySlots, do_not_join_over_midnight) {
    auto slots = WeeklySlots::from_times({{Weekday::monday, 1380, 1440}, {Weekday::tuesday, 0, 60}});
    EXPECT_EQ(slots->times().size(), 2U);
}

TEST(WeeklySlots, are_half_hours_and_end_after_they_begin) {
    auto wrong = WeeklySlots::from_times({{Weekday::monday, 545, 600}, {Weekday::friday, 600, 600}});
    ASSERT_FALSE(wrong);
    EXPECT_EQ(wrong.refusal().errors[0].pointer, "/usual_times/0/from_minute");
    EXPECT_EQ(wrong.refusal().errors[1].code, "until_before_from");
}

TEST(WeeklySlots, without_times_are_no_octets) {
    EXPECT_TRUE(WeeklySlots().bytes().octets.empty());
    EXPECT_EQ(WeeklySlots::from_bytes({}).count(), 0);
}

TEST(WeeklySlots, are_filled_in_advance_with_working_hours) {
    auto const slots = WeeklySlots::working_hours();
    EXPECT_EQ(slots.count(), 80);
    EXPECT_TRUE(slots.is_free(18));
    EXPECT_FALSE(slots.is_free(5 * kSlotsADay + 18));
    EXPECT_EQ(slots.bytes().octets.size(), 42U);
}

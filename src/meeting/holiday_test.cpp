#include "meeting/holiday.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace meeting {
namespace {

using programme::UsualTime;
using programme::Weekday;
using testing::ElementsAre;
using testing::SizeIs;

// A Monday.
base::Day const kToday = *base::make_day(2026, 11, 23);

std::string whole_day(int number, std::string const& day, std::string const& name) {
    return "BEGIN:VEVENT\r\nUID:" + std::to_string(number) + "\r\nDTSTART;VALUE=DATE:" + day + "\r\nSUMMARY:" + name +
           "\r\nEND:VEVENT\r\n";
}
std::string file_of(std::string const& events) {
    return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n" + events + "END:VCALENDAR\r\n";
}
std::string refused(base::Result<std::vector<NamedDay>> const& result) {
    EXPECT_FALSE(result);
    if (result) return "";
    auto const& error = result.refusal().errors.front();
    return error.pointer + " " + error.code;
}

TEST(HolidaysOfASite, stand_in_order_and_each_day_once) {
    auto const kept = checked_holidays({{kToday + 30, " New  Year "}, {kToday, "Today"}}, kToday).value();
    EXPECT_THAT(kept, ElementsAre(NamedDay{kToday, "Today"}, NamedDay{kToday + 30, "New Year"}));
    EXPECT_EQ(refused(checked_holidays({{kToday, ""}, {kToday + -1, ""}}, kToday)), "/items/1/day in_the_past");
    EXPECT_EQ(refused(checked_holidays({{kToday + 733, ""}}, kToday)), "/items/0/day too_far");
    EXPECT_EQ(refused(checked_holidays({{kToday + 1, "One"}, {kToday + 1, "Other"}}, kToday)), "/items/1/day twice");
}

TEST(HolidaysOfAFile, are_those_of_the_next_two_years) {
    auto const read =
        read_holidays(file_of(whole_day(1, "20261122", "Yesterday") + whole_day(2, "20261123", "Today") +
                              whole_day(3, "20301225", "Far away") + whole_day(4, "20270101", std::string(150, 'n'))),
                      kToday)
            .value();
    ASSERT_THAT(read, SizeIs(2));
    EXPECT_EQ(read[0].name, "Today");
    EXPECT_EQ(read[1].name, std::string(100, 'n'));
    std::string umlauts;
    for (int i = 0; i < 101; ++i) umlauts += "\xC3\xBC";
    EXPECT_EQ(read_holidays(file_of(whole_day(1, "20270101", umlauts)), kToday).value()[0].name,
              umlauts.substr(0, 200));
}

TEST(HolidaysOfAFile, are_refused_where_there_are_none_or_far_too_many) {
    EXPECT_EQ(refused(read_holidays("day;name\n2026-12-25;Christmas", kToday)), " no_calendar");
    EXPECT_EQ(refused(read_holidays("\xFF\xFE"
                                    "B",
                                    kToday)),
              " no_calendar");
    EXPECT_EQ(refused(read_holidays(file_of(whole_day(1, "20200101", "Long ago")), kToday)), " no_days_ahead");
    auto const daily =
        "BEGIN:VEVENT\r\nUID:a\r\nDTSTART;VALUE=DATE:20261201\r\nRRULE:FREQ=DAILY;COUNT=101\r\n"
        "END:VEVENT\r\n";
    EXPECT_EQ(refused(read_holidays(file_of(daily), kToday)), " too_many_days");
}

TEST(ClosedDays, are_told_where_somebody_would_have_worked) {
    Week const yours{{}, "Europe/Lisbon"};  // nothing said: working hours
    Week const partners{*programme::WeeklySlots::from_times({{Weekday::tuesday, 9 * 60, 12 * 60}}), "Europe/Paris"};
    auto const saturday = kToday + 5;
    auto const closed = closed_days(yours, {{kToday, "Here"}, {kToday + 1, "Feast"}, {saturday, "Nobody works"}},
                                    partners, {{kToday, "A day off anyway"}, {kToday + 1, "Fête"}, {kToday + 8, ""}});
    EXPECT_THAT(closed, ElementsAre(ClosedDay{kToday, "Here", true, false}, ClosedDay{kToday + 1, "Feast", true, true},
                                    ClosedDay{kToday + 8, "", false, true}));
}

}  // namespace
}  // namespace meeting

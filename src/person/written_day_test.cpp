#include "person/written_day.hpp"

#include <gtest/gtest.h>

namespace person {
namespace {

base::Day const kWrittenToday = *base::parse_day("2026-11-22");

std::string month_first(std::string_view text) {
    auto written = read_written_day(text, kWrittenToday);
    return written && written->month_first ? base::to_text(*written->month_first) : "none";
}

std::string day_first(std::string_view text) {
    auto written = read_written_day(text, kWrittenToday);
    return written && written->day_first ? base::to_text(*written->day_first) : "none";
}

TEST(AWrittenDay, is_read_in_every_usual_spelling) {
    for (auto const* text :
         {"2011-07-05", "2011/7/5", "20110705", "2011-07-05 00:00:00", "2011-07-05T08:30:00Z", "5 Jul 2011", "5-Jul-11",
          "July 5, 2011", "05.07.2011", "5.7.11", "5. Juli 2011", "5 juillet 2011", "7/5/2011 12:00:00 AM"})
        EXPECT_EQ(month_first(text), "2011-07-05") << text;
}

TEST(AWrittenDay, leaves_day_and_month_open_where_both_fit) {
    EXPECT_TRUE(read_written_day("7/5/2011", kWrittenToday)->is_open());
    EXPECT_EQ(day_first("7/5/2011"), "2011-05-07");
    EXPECT_FALSE(read_written_day("7/7/2011", kWrittenToday)->is_open());
    EXPECT_FALSE(read_written_day("2011-07-05", kWrittenToday)->is_open());
}

TEST(AWrittenDay, fits_one_order_only_when_a_number_is_above_twelve) {
    EXPECT_EQ(month_first("9/24/2012"), "2012-09-24");
    EXPECT_EQ(day_first("9/24/2012"), "none");
    EXPECT_EQ(day_first("24/9/2012"), "2012-09-24");
}

TEST(AWrittenDay, puts_two_digit_years_into_a_working_life) {
    EXPECT_EQ(month_first("07/10/83"), "1983-07-10");
    EXPECT_EQ(month_first("07/10/05"), "2005-07-10");
    EXPECT_EQ(month_first("01/10/27"), "2027-01-10");
    EXPECT_EQ(month_first("01/10/28"), "1928-01-10");
    EXPECT_TRUE(read_written_day("07/10/83", kWrittenToday)->has_two_digit_year);
}

TEST(AWrittenDay, is_none_for_anything_else) {
    for (auto const* text : {"", "N/A-StillEmployed", "12", "2011-02-30", "13/13/2011", "1/2", "1/2/3/4", "tomorrow",
                             "99999999", "123456789012", "5/x/2011", "1/1/1066", "٣/٤/٢٠١١ x"})
        EXPECT_FALSE(read_written_day(text, kWrittenToday)) << text;
}

}  // namespace
}  // namespace person

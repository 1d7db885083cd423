#pragma once
// Days as exports write them: 2011-07-05, 7/5/2011, 05.07.11, 5-Jul-2011, 20110705, with or without a time behind.
// Slashes and hyphens leave day and month open unless one of the two is above 12; points always mean day first.

#include <optional>
#include <string_view>

#include <boost/describe/enum.hpp>

#include "base/time.hpp"

namespace person {

enum class DayOrder { day_first, month_first };
BOOST_DESCRIBE_ENUM(DayOrder, day_first, month_first)

struct WrittenDay {
    std::optional<base::Day> day_first;    // read that way, where it is a day at all
    std::optional<base::Day> month_first;  // the same for values that leave nothing open
    bool has_two_digit_year = false;

    // Both readings are days, and different ones.
    [[nodiscard]] bool is_open() const { return day_first && month_first && day_first != month_first; }
    [[nodiscard]] std::optional<base::Day> read(DayOrder order) const {
        return order == DayOrder::day_first ? day_first : month_first;
    }
};

// None when it is no day in any reading. Two-digit years are the latest year that is at most one year after `today`
// (working life is behind people, apart from next year's joiners).
std::optional<WrittenDay> read_written_day(std::string_view text, base::Day today);

}  // namespace person

#pragma once
// A programme comes to its end by itself: its coordinators are reminded 28 days before the end that is set; where
// nobody announces a last day in the 14 days after that, the house does; and looking back begins when everybody has
// been told. Pure; days are those of the house.

#include <optional>

#include <boost/describe.hpp>

#include "programme/closing.hpp"

namespace programme {

inline constexpr int kRemindedDaysBefore = 2 * kToldDaysBefore;

// Of one end; another end is reminded of again.
struct EndReminder {
    ProgrammeId programme_id;
    base::AnyId id;
    base::Day ends_on;
    base::Day reminded_on;
};
BOOST_DESCRIBE_STRUCT(EndReminder, (), (programme_id, id, ends_on, reminded_on))

// The one that is to come, as seen from `today`.
EndReminder next_reminder(base::Day ends_on, base::Day today);
// The house tells everybody on this day, if nobody has: 14 days before the end, and 14 days after the reminder at
// least.
base::Day announced_by_house_on(EndReminder const& reminder);
// The last day that it then tells: the end that is set, where that is not too soon.
base::Day last_day_by_house(EndReminder const& reminder, base::Day today);

// Looking back begins 14 days before the last day, and a later day told meanwhile takes it back: people may come in and
// be brought together again. `before`: the day that stood until now.
State state_for_last_day(State state, std::optional<base::Day> before, base::Day closes_on, base::Day today);

}  // namespace programme

#include "programme/end_reminder.hpp"

#include <algorithm>

namespace programme {
namespace {

bool is_looking_back(base::Day closes_on, base::Day today) {
    return today + kToldDaysBefore >= closes_on;
}

}  // namespace

EndReminder next_reminder(base::Day ends_on, base::Day today) {
    return {{}, {}, ends_on, std::max(ends_on - kRemindedDaysBefore, today)};
}

base::Day announced_by_house_on(EndReminder const& reminder) {
    return std::max(reminder.ends_on - kToldDaysBefore, reminder.reminded_on + kToldDaysBefore);
}

base::Day last_day_by_house(EndReminder const& reminder, base::Day today) {
    return std::max(reminder.ends_on, earliest_closing(today));
}

State state_for_last_day(State state, std::optional<base::Day> before, base::Day closes_on, base::Day today) {
    if (state == State::draft || state == State::closed) return state;
    if (is_looking_back(closes_on, today)) return State::reviewing;
    bool const is_taken_back = state == State::reviewing && before && is_looking_back(*before, today);
    return is_taken_back ? State::running : state;
}

}  // namespace programme

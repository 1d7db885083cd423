#pragma once

#include "access/call.hpp"
#include "audit/event.hpp"
#include "meeting/holiday.hpp"

namespace meeting {

inline constexpr audit::Kind kHolidaysSet{"holidays.set"};

base::Result<Holidays> show_holidays(access::Call& call, HolidaysQuery const& query);
// Replaces the coming ones of one site, or of the whole house. Refuses `unknown_site` at /site where nobody stands, and
// at the day of an item as checked_holidays.
base::Result<Holidays> put_holidays(access::Call& call, Holidays const& wanted);
// What a calendar file says, for whoever then saves it; nothing is kept.
base::Result<Holidays> post_holiday_reading(access::Visit& visit);

}  // namespace meeting

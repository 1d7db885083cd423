#pragma once
// Times that fit both: within the usual times of each in their own zone, away from their absences and from the dates
// they have already (R18: never outside somebody's working pattern).

#include <vector>

#include "access/call.hpp"
#include "base/time.hpp"
#include "programme/weekly_slots.hpp"

namespace meeting {

using access::Busy;

struct Week {
    programme::WeeklySlots slots;  // nothing said: working hours
    std::string time_zone;
};

// Whether the person usually works at that moment.
bool works_at(Week const& week, base::Instant at);
// Whether some of that day of their own clock is usual for them.
bool works_on(Week const& week, base::Day day);

struct SlotSearch {
    Week mentor;
    Week mentee;
    std::vector<Busy> busy;  // of either
    base::Instant from;      // no slot begins before
    int days = 28;           // from there on
    int minutes = 45;
    std::size_t most = 12;
};

// Ascending, on half hours of the mentor's clock; at most one each morning and one each afternoon of the mentor's day,
// so that a list of few spreads over days.
std::vector<base::Instant> find_slots(SlotSearch const& search);

// Whether both are usually free and have nothing else from that instant on.
bool fits(SlotSearch const& search, base::Instant at);

// What the clock on the wall says then: "2026-11-24T15:00".
std::string local_text(base::Instant at, std::string const& time_zone);

// The whole days of an absence on that clock.
Busy busy_on(base::Day from_on, base::Day until_on, std::string const& time_zone);

}  // namespace meeting

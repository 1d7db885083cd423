#pragma once
// IANA time zones, by ICU. A local time that the clocks skip or show twice is landed in one stated way, so that
// the same local time and zone give the same instant everywhere:
//   gap (02:30 when clocks jump from 02:00 to 03:00)   as much later as the gap is long: 03:30
//   overlap (02:30 shown twice)                        the first of the two

#include <compare>
#include <string>
#include <string_view>

#include "base/time.hpp"

namespace zone {

struct LocalTime {
    base::Day day;
    int minute = 0;  // of the day, 0..1439

    auto operator<=>(LocalTime const&) const = default;
};

enum class Landing { exact, gap, overlap };

struct Landed {
    base::Instant instant;
    Landing landing;
};

// "Europe/Berlin", "UTC"; not "CEST", "GMT+2" or "Etc/Unknown".
bool is_known(std::string_view name);

// The rest asks for a known name; an unknown one is a mistake in the program and throws.
Landed to_instant(LocalTime local, std::string const& name);
LocalTime to_local(base::Instant instant, std::string const& name);
// A person's own day.
base::Day day_of(base::Instant instant, std::string const& name);
// The first instant of that day, also where midnight is skipped.
base::Instant start_of(base::Day day, std::string const& name);

}  // namespace zone

#pragma once
// Reading a calendar that somebody else wrote (RFC 5545): when it is busy, for the search of one moment; and which
// whole days it names, for the holidays of a site. Nothing of it is kept but what is returned. Written by strangers, so
// what it may cost is bounded: its size is the caller's to bound, how many events and rules it may have stands here.

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include <boost/describe.hpp>

#include "base/result.hpp"
#include "meeting/slots.hpp"
#include "platform/meta.hpp"

namespace meeting {

inline constexpr std::size_t kMostEvents = 20'000;  // of one file
inline constexpr std::size_t kMostRules = 500;      // events that recur

// Until then it is looked at, and where times without a zone are meant.
struct Window {
    base::Instant from;
    base::Instant until;
    std::string time_zone;
};

// When it is busy within the window, in order and joined: VFREEBUSY as it stands (RFC 5545, 3.6.4), and events that are
// neither transparent nor cancelled, with RRULE, RDATE, EXDATE and moved occurrences, each in its own time zone (IANA
// names, names of Windows, and names that end in an IANA name). Refuses, at "": `no_calendar`; `unknown_calendar_zone`
// with the name; `too_many_events` for more than the above, and for rules that recur within a day.
base::Result<std::vector<Busy>> busy_in(std::string_view file, Window const& window);

struct NamedDay {
    base::Day day;
    std::string name;

    auto operator<=>(NamedDay const&) const = default;
};
BOOST_DESCRIBE_STRUCT(NamedDay, (), (day, name))
// The whole days it names between the two, both included, in order; a day named twice has its first name. Events with
// a time are left out. Refuses as above.
base::Result<std::vector<NamedDay>> days_in(std::string_view file, base::Day from, base::Day until);

}  // namespace meeting

template <>
inline constexpr auto meta::limits<meeting::NamedDay> =
    std::array{meta::Limit{"name", 0, 100, "What the day is called there"}};

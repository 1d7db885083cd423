#pragma once
// Dates as calendars read them (RFC 5545; invitations and cancellations RFC 5546). An entry holds what an assistant may
// know: that there is a date, with whom, where (rules 12); it is private and has no word of a programme.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.hpp"

namespace meeting {

struct CalendarPerson {
    std::string name;
    std::string address;  // of mail
};

struct CalendarEntry {
    std::string uid;            // the same for ever
    std::int32_t sequence = 0;  // rises with every change
    base::Instant stamped_at;   // when this version of it was made
    base::Instant starts_at;
    std::int32_t minutes = 0;
    std::string time_zone;  // IANA name of the clock it was agreed on
    std::string title;
    std::string place;
    bool is_pencilled_in = false;
    bool is_cancelled = false;
    std::optional<CalendarPerson> organiser;
    std::vector<CalendarPerson> attendees;
    bool asks_for_answer = true;  // of the attendees
};

enum class Method {
    publish,  // a feed, or a file to keep
    request,  // an invitation, or a change of one
    cancel,
};

// As METHOD has it: "REQUEST".
std::string_view name_of(Method method);

// The host of "https://host[:port]", behind the @ of an entry's uid.
std::string host_of(std::string const& public_url);

// With the VTIMEZONE of every zone named, from the zones this program knows. Line breaks and control characters in
// names and places become spaces.
std::string write_calendar(Method method, std::vector<CalendarEntry> const& entries);

}  // namespace meeting

#pragma once
// A person's dates as calendar entries: what the feed, the file and the mails of a meeting are made of.

#include <vector>

#include "meeting/calendar.hpp"
#include "meeting/meeting_actions.hpp"
#include "meeting/meeting_link.hpp"
#include "pairing/exploratory_meeting.hpp"

namespace meeting {

inline constexpr std::int32_t kExploringMinutes = 30;  // how long a first conversation takes (evidence.md 4.3)

// How far back a diary goes.
inline constexpr base::Duration kLookBack = std::chrono::hours(24 * 28);

// As one of the two has it, titled with the two names. The meeting has a date. `public_url`: "https://host[:port]".
CalendarEntry entry_of(db::Tx& tx, std::string const& public_url, Party const& party, Meeting const& meeting,
                       base::Instant now);
CalendarEntry entry_of(db::Tx& tx, std::string const& public_url, Party const& party,
                       pairing::ExploratoryMeeting const& meeting, base::Instant now);
// Everything the person has ahead or had in the last four weeks, exploratory meetings included; in their order.
std::vector<CalendarEntry> diary_of(db::Tx& tx, std::string const& public_url, access::OrganisationId organisation,
                                    PersonId person, base::Instant now);

// What the mail of a meeting tells a calendar: that it is set (REQUEST), or no longer is (CANCEL; RFC 5546). Nothing
// when it has changed since that mail was due, because a later one says how it stands now, or when there is nothing to
// tell.
struct CalendarNews {
    Method method = Method::request;
    std::string text;
};
struct Envelope {
    std::string public_url;
    CalendarPerson house;      // from whom the mail comes
    CalendarPerson recipient;  // and to whom it goes
};
std::optional<CalendarNews> calendar_news(db::Tx& tx, Envelope const& envelope, access::OrganisationId organisation,
                                          MeetingLinkId link_id, base::Instant now);

}  // namespace meeting

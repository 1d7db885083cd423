#pragma once
// A person's dates as calendar entries: what the feed, the file and the mails of a meeting are made of.

#include <vector>

#include "meeting/calendar.hpp"
#include "meeting/meeting_actions.hpp"

namespace meeting {

// As one of the two has it, titled with the two names. The meeting has a date. `public_url`: "https://host[:port]".
CalendarEntry entry_of(db::Tx& tx, std::string const& public_url, Party const& party, Meeting const& meeting,
                       base::Instant now);
// Everything the person has ahead or had in the last four weeks, exploratory meetings included; in their order.
std::vector<CalendarEntry> diary_of(db::Tx& tx, std::string const& public_url, access::OrganisationId organisation,
                                    PersonId person, base::Instant now);

}  // namespace meeting

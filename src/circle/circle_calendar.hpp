#pragma once
// A circle's dates as calendars read them: that there is a date and where, private, without a word of a programme and
// without anybody's name. Calendars ask for no answer: who comes is written down nowhere.

#include <string>
#include <vector>

#include "circle/circle.hpp"
#include "meeting/diary.hpp"

namespace circle {

using access::OrganisationId;

// `language`: of whoever reads it. `public_url`: "https://host[:port]".
meeting::CalendarEntry entry_of(std::string const& public_url, std::string const& language, CircleDate const& date,
                                base::Instant now);
// What the person has ahead, or had in the last four weeks, in circles that they have not left.
std::vector<meeting::CalendarEntry> circle_diary_of(db::Tx& tx, std::string const& public_url,
                                                    OrganisationId organisation, PersonId person, base::Instant now);
// What the mail of a date tells a calendar: that it is set or moved (REQUEST), or no longer stands (CANCEL; RFC 5546).
// Nothing when it has changed since, because a later mail says how it stands now. `is_called_off`: for this reader.
std::optional<meeting::CalendarNews> circle_calendar_news(db::Tx& tx, meeting::Envelope const& envelope,
                                                          OrganisationId organisation, std::string const& language,
                                                          TellingId telling, bool is_called_off, base::Instant now);
// Whoever has left a circle, or withdrawn from its programme, is sent none of its mails; whoever was moved to another
// one only that a date of the former no longer stands.
bool is_mail_withheld(db::Tx& tx, OrganisationId organisation, TellingId telling, PersonId person, bool is_called_off);

}  // namespace circle

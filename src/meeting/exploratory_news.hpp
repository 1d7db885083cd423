#pragma once
// What the two are told of the date of their exploratory meeting, by mail and to their calendars, as of any other date.
//
// Nothing here looks at an answer (rules 3): while the answers are private a date stands, and it lies before they are
// opened, so that a getting to know that does not go ahead calls off nothing. Only two who both went on before their
// date, and then closed, have one to be called off: once others may learn that it is over, and not before.

#include <optional>
#include <vector>

#include "meeting/diary.hpp"
#include "meeting/meeting_link.hpp"
#include "pairing/exploratory_meeting.hpp"
#include "pairing/pairing_actions.hpp"

namespace meeting {

using ExploratoryTellingId = base::Id<struct ExploratoryTellingTag>;

// What is to be told of a date as it stands, to both alike; nothing of one that lies behind.
std::vector<Telling> tellings_of(pairing::Pairing const& pairing, pairing::ExploratoryMeeting const& meeting,
                                 base::Instant now);

struct ExploratoryTelling {
    ExploratoryTellingId id;
    PairingId pairing_id;
    Side side = Side::mentor;
    TellingKind kind = TellingKind::date_set;
    std::int32_t told_of = 0;
};
BOOST_DESCRIBE_STRUCT(ExploratoryTelling, (), (id, pairing_id, side, kind, told_of))

// Job: after a date was set or moved, and after a pair is over for everybody.
inline constexpr jobs::Kind<pairing::PairingJob> kTellOfExploratory{"meeting.tell_of_exploratory"};
void tell_of_exploratory(db::Tx& tx, access::OrganisationId organisation, PairingId id, base::Instant now);

// What such a mail tells a calendar, as calendar_news; nothing when it was overtaken.
std::optional<CalendarNews> exploratory_news(db::Tx& tx, Envelope const& envelope, access::OrganisationId organisation,
                                             ExploratoryTellingId id, base::Instant now);

}  // namespace meeting

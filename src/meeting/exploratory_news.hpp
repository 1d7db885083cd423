#pragma once
// What the two are told of the date of their exploratory meeting, by mail and to their calendars, as of any other date.
//
// Nothing here looks at an answer (rules 3): while the answers are private a date stands, and it lies before they are
// opened, so that a getting to know that does not go ahead calls off nothing. What calls one off stands in
// pairing/exploratory_meeting_actions.hpp.
//
// Whoever reads the mail, an assistant too, moves the date by its link without signing in (rules 12), as long as it
// lies ahead: before and after both said *go on* alike, so that the link tells nothing of an answer.

#include <optional>
#include <vector>

#include "meeting/diary.hpp"
#include "meeting/meeting_link.hpp"
#include "pairing/exploratory_meeting.hpp"
#include "pairing/pairing_actions.hpp"

namespace meeting {

using ExploratoryTellingId = base::Id<struct ExploratoryTellingTag>;

// What is to be told of a date as it stands, to both alike; nothing of one that lies behind.
std::vector<Telling> tellings_of(pairing::ExploratoryMeeting const& meeting, base::Instant now);

struct ExploratoryTelling {
    ExploratoryTellingId id;
    PairingId pairing_id;
    Side side = Side::mentor;
    TellingKind kind = TellingKind::date_set;
    std::int32_t told_of = 0;
    std::optional<crypto::Nonce> nonce;  // of its link; none in mails of earlier versions
};
BOOST_DESCRIBE_STRUCT(ExploratoryTelling, (), (id, pairing_id, side, kind, told_of, nonce))

// It opens until the date begins (pairing::is_ahead): what follows it is for the two alone.
inline constexpr access::LinkKind<ExploratoryTellingId> kExploratoryLink{"exploring", "/first-date/", "meeting link"};
// To the pair's page where the mail has no link of its own.
std::string exploratory_link_path(crypto::Keys const& keys, access::OrganisationId organisation,
                                  ExploratoryTelling const& telling);
// Job: after a date was set, moved or called off.
inline constexpr jobs::Kind<pairing::PairingJob> kTellOfExploratory{"meeting.tell_of_exploratory"};
void tell_of_exploratory(db::Tx& tx, access::OrganisationId organisation, PairingId id, base::Instant now);

// What such a mail tells a calendar, as calendar_news; nothing when it was overtaken.
std::optional<CalendarNews> exploratory_news(db::Tx& tx, Envelope const& envelope, access::OrganisationId organisation,
                                             ExploratoryTellingId id, base::Instant now);

}  // namespace meeting

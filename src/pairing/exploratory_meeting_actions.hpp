#pragma once
// The verbs of the exploratory meeting. The answer is a private act (rules 4): it writes its own row and stirs the
// day's digest, and nothing else happens before both answers are opened.

#include "access/viewer.hpp"
#include "audit/event.hpp"
#include "pairing/exploratory_meeting.hpp"
#include "platform/db/db.hpp"

namespace pairing {

inline constexpr audit::Kind kMeetingSet{"exploratory_meeting.set"};
inline constexpr audit::Kind kAnswerGiven{"exploratory_answer.given", audit::Private::yes};
// Both said *go on*; recorded by the house, so that it does not say who was the second.
inline constexpr audit::Kind kPairingWentOn{"pairing.went_on"};

base::Result<MeetingSet> set_exploratory_meeting(db::Tx& tx, access::Viewer const& viewer, PairingId id,
                                                 ExploratoryMeeting const& wanted, base::Instant now);

// *Go on* is refused when the two have come into one line meanwhile (rules 1, engineering.md 9).
base::Result<Answered> give_answer(db::Tx& tx, access::Viewer const& viewer, PairingId id, Answer given,
                                   base::Instant now);

// By the schedule: every pairing whose closing time has come without two *go on* is set aside.
void open_exploratory_answers(db::Tx& tx, access::OrganisationId organisation, base::Instant now);

}  // namespace pairing

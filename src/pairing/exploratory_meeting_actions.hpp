#pragma once
// The verbs of the exploratory meeting. The answer is a private act (rules 4): it writes its own row and stirs the
// day's digest, and nothing else happens before both answers are opened.

#include "access/viewer.hpp"
#include "audit/event.hpp"
#include "pairing/exploratory_meeting.hpp"
#include "platform/db/db.hpp"

namespace pairing {

inline constexpr audit::Kind kMeetingSet{"exploratory_meeting.set"};
// By the house, when the two no longer come to it.
inline constexpr audit::Kind kMeetingCalledOff{"exploratory_meeting.called_off"};
inline constexpr audit::Kind kAnswerGiven{"exploratory_answer.given", audit::Private::yes};
// Both said *go on*; recorded by the house, so that it does not say who was the second.
inline constexpr audit::Kind kPairingWentOn{"pairing.went_on"};

// Refuses `one_takes_a_break` while either pauses their enrolment, in the same words to both.
base::Result<MeetingSet> set_exploratory_meeting(db::Tx& tx, access::Viewer const& viewer, PairingId id,
                                                 ExploratoryMeeting const& wanted, base::Instant now);
// For whoever has the link of a mail: the same, for either of the two.
base::Result<MeetingSet> move_exploratory_meeting(db::Tx& tx, access::OrganisationId organisation,
                                                  Pairing const& pairing, ExploratoryMeeting const& wanted,
                                                  base::Instant now);

// *Go on* is refused when the two have come into one line meanwhile (rules 1, engineering.md 9).
base::Result<Answered> give_answer(db::Tx& tx, access::Viewer const& viewer, PairingId id, Answer given,
                                   base::Instant now);

// By the schedule: every pairing whose closing time has come without two *go on* is set aside.
void open_exploratory_answers(db::Tx& tx, access::OrganisationId organisation, base::Instant now);

// By the schedule: dates ahead to which the two no longer come are called off, as by nobody: of a pair that has stopped
// or pauses, of a programme that has closed, of somebody who left it or takes a break from it. A stop and leaving are
// private acts: they are told when their day has ended, because a mail at the minute would say who had just been there;
// of a date that would begin before that, at once (decision 0171). A break is no private act and is told at once
// (decision 0174). An answer calls off nothing (rules 3).
void call_off_exploratory_meetings(db::Tx& tx, access::OrganisationId organisation, base::Instant now);

}  // namespace pairing

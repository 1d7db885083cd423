#pragma once
// The verbs of a pair's meetings. Only the two ever come here, or an assistant by a link from one of their mails.
// Events carry no actor, like all of a pair (docs/decisions/0070-pairs-act-unnamed.md).

#include "access/viewer.hpp"
#include "audit/event.hpp"
#include "meeting/holiday.hpp"
#include "meeting/meeting.hpp"
#include "meeting/series.hpp"
#include "meeting/slots.hpp"
#include "platform/db/db.hpp"
#include "platform/jobs/schedule.hpp"

namespace meeting {

inline constexpr audit::Kind kTimesProposed{"meeting.proposed"};
inline constexpr audit::Kind kDateSet{"meeting.set"};
inline constexpr audit::Kind kMeetingMoved{"meeting.moved"};
inline constexpr audit::Kind kMeetingChanged{"meeting.changed"};
inline constexpr audit::Kind kMeetingHeld{"meeting.held"};
inline constexpr audit::Kind kMeetingCancelled{"meeting.cancelled"};

// One of the two, in their pairing.
struct Party {
    access::OrganisationId organisation;
    pairing::Pairing pairing;
    Side side = Side::mentor;
};
// Empty when the pairing is not there or the viewer is not one of the two.
std::optional<Party> find_party(db::Tx& tx, access::Viewer const& viewer, PairingId id);

base::Result<Meeting> propose_meeting(db::Tx& tx, Party const& party, Where const& where, std::vector<Time> times,
                                      base::Instant now, Activity activity = Activity::conversation);

// A meeting, and by whom it is asked for.
struct Place {
    Party party;
    Meeting meeting;
};
std::optional<Place> find_place(db::Tx& tx, access::Viewer const& viewer, MeetingId id);

base::Result<Meeting> choose_time(db::Tx& tx, Place const& place, std::int32_t version, base::Instant starts_at,
                                  base::Instant now);
base::Result<Meeting> move_meeting(db::Tx& tx, Place const& place, std::int32_t version, std::vector<Time> times,
                                   std::optional<Side> whose, base::Instant now);
base::Result<Meeting> change_meeting(db::Tx& tx, Place const& place, std::int32_t version, Where const& where,
                                     base::Instant now);
base::Result<Meeting> hold_meeting(db::Tx& tx, Place const& place, std::int32_t version, base::Instant now);
base::Result<Meeting> cancel_meeting(db::Tx& tx, Place const& place, std::int32_t version, std::optional<Side> whose,
                                     base::Instant now);

// Several in one go, each with one of `times`; and the other's one word for all of a series that still waits.
base::Result<std::vector<Meeting>> propose_series_of(db::Tx& tx, Party const& party, Where const& where,
                                                     std::vector<Time> const& times, base::Instant now);
base::Result<std::vector<Meeting>> accept_series_of(db::Tx& tx, Party const& party, SeriesId series, base::Instant now);
// `elsewhere`: the dates of each that this room does not know. As often as the two agreed, from that time on
// (series.hpp); monthly while they have not agreed on anything.
std::vector<Occurrence> find_occurrences_of(db::Tx& tx, access::BusySource elsewhere, Party const& party,
                                            Time const& first, int minutes, int count, base::Instant now);

// What times that fit both are found by, from that day on; without one, from when the next is due by what the two
// agreed.
SlotSearch slot_search_of(db::Tx& tx, access::BusySource elsewhere, Party const& party, int minutes,
                          std::optional<base::Day> from_on, base::Instant now);
// The days within it on which the site of one of the two is closed.
std::vector<ClosedDay> closed_days_of(db::Tx& tx, Party const& party, SlotSearch const& search);

// By the schedule: dates of pairs that are over or pause are called off, as by nobody. Of a pair closed today only
// those that would begin before the closing is told (decision 0171).
void call_off_meetings(db::Tx& tx, access::OrganisationId organisation, base::Instant now);

// Jobs. The other is told of times to choose from, both of a date and of its end.
struct MeetingJob {
    MeetingId meeting_id;
};
BOOST_DESCRIBE_STRUCT(MeetingJob, (), (meeting_id))
inline constexpr jobs::Kind<jobs::Nothing> kCallOff{"meeting.call_off"};
inline constexpr jobs::Kind<MeetingJob> kTellOfMeeting{"meeting.tell"};
void tell_of_meeting(db::Tx& tx, access::OrganisationId organisation, MeetingId id, base::Instant now);

}  // namespace meeting

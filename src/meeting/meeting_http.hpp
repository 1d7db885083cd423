#pragma once

#include "access/call.hpp"
#include "meeting/absence.hpp"
#include "meeting/meeting_shapes.hpp"

namespace meeting {

base::Result<PairMeetings> list_meetings(access::Call& call);
base::Result<MeetingAnswer> post_meeting(access::Call& call, Proposal const& proposal);
base::Result<Slots> list_slots(access::Call& call, SlotQuery const& query);

base::Result<MeetingAnswer> show_meeting(access::Call& call);
base::Result<MeetingAnswer> put_time(access::Call& call, Choice const& choice);
base::Result<MeetingAnswer> put_times(access::Call& call, Moving const& moving);
base::Result<MeetingAnswer> put_where(access::Call& call, WhereChange const& change);
base::Result<MeetingAnswer> put_holding(access::Call& call, Holding const& holding);
base::Result<MeetingAnswer> put_cancellation(access::Call& call, Cancelling const& cancelling);
base::Result<MeetingAnswer> put_attendance(access::Call& call, AttendanceInput const& input);
// For a calendar: text/calendar.
base::Result<access::Document> show_calendar(access::Call& call);

base::Result<Absences> show_absences(access::Call& call);
base::Result<Absences> put_absences(access::Call& call, Absences const& absences);

}  // namespace meeting

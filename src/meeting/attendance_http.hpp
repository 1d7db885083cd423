#pragma once
// The doors by which somebody says whether they come: a reply file of their calendar, a press, the link of a mail.

#include "access/call.hpp"
#include "meeting/attendance.hpp"
#include "meeting/meeting_link_http.hpp"

namespace meeting {

// text/calendar; refused unless the answer is the viewer's own, to one of their dates as it stands.
base::Result<MeetingAnswer> post_calendar_reply(access::Visit& visit);
base::Result<MeetingAnswer> put_attendance(access::Call& call, AttendanceInput const& input);
base::Result<LinkedMeeting> put_linked_attendance(access::Call& call, AttendanceInput const& input);

}  // namespace meeting

#pragma once
// A reply file of a calendar: whether somebody comes, said by it.

#include "access/call.hpp"
#include "meeting/meeting_shapes.hpp"

namespace meeting {

// text/calendar; refused unless the answer is the viewer's own, to one of their dates as it stands.
base::Result<MeetingAnswer> post_calendar_reply(access::Visit& visit);

}  // namespace meeting

#include "meeting/attendance_http.hpp"

#include "base/text.hpp"
#include "meeting/attendance_store.hpp"
#include "meeting/meeting_answer.hpp"
#include "meeting/meeting_wish.hpp"

namespace meeting {
namespace {

base::Result<MeetingAnswer> keep_reply(db::Tx& tx, access::Viewer const& viewer, CalendarReply const& reply,
                                       base::Instant now) {
    auto const place = find_place(tx, viewer, reply.meeting_id);
    if (!place) return meeting_not_found();
    auto const own = store::address_of(tx, viewer);
    if (own && base::fold(*own) != reply.attendee) return reply_of_somebody_else();
    TRY(meeting, fulfil(tx, *place, AttendanceInput{reply.sequence, reply.answer}, now));
    return answer_for(tx, place->party, meeting.id, now);
}

}  // namespace

base::Result<MeetingAnswer> post_calendar_reply(access::Visit& visit) {
    TRY(reply, read_reply(visit.request.body));
    return visit.tools.database.write([&](db::Tx& tx) { return keep_reply(tx, visit.viewer, reply, visit.now); });
}

}  // namespace meeting

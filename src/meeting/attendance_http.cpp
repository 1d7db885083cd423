#include "meeting/attendance_http.hpp"

#include <algorithm>

#include "access/hint.hpp"
#include "base/text.hpp"
#include "meeting/attendance_store.hpp"
#include "meeting/meeting_actions.hpp"
#include "meeting/meeting_answer.hpp"

namespace meeting {
namespace {

base::Result<bool> keep(db::Tx& tx, Place const& place, AttendanceInput const& input) {
    auto const& [party, meeting] = place;
    TRY(attendance, attend(meeting, pairing::stage_of(party.pairing), {party.side, input.sequence, input.answer}));
    store::save_attendance(tx, party.organisation, meeting.id, attendance);
    access::hint(tx, party.organisation, "pairing", base::any(party.pairing.id),
                 {party.pairing.mentor_id, party.pairing.mentee_id});
    return true;
}

MeetingAnswer answer_of(db::Tx& tx, Place const& place, base::Instant now) {
    auto const all = answers_for(tx, place.party, now);
    return *std::find_if(all.begin(), all.end(), [&](auto const& one) { return one.id == place.meeting.id; });
}

base::Result<MeetingAnswer> keep_reply(db::Tx& tx, access::Viewer const& viewer, CalendarReply const& reply,
                                       base::Instant now) {
    auto const place = find_place(tx, viewer, reply.meeting_id);
    if (!place) return meeting_not_found();
    auto const own = store::address_of(tx, viewer);
    if (own && base::fold(*own) != reply.attendee) return reply_of_somebody_else();
    TRY_VOID(keep(tx, *place, {reply.sequence, reply.answer}));
    return answer_of(tx, *place, now);
}

}  // namespace

base::Result<MeetingAnswer> post_calendar_reply(access::Visit& visit) {
    TRY(reply, read_reply(visit.request.body));
    return visit.tools.database.write([&](db::Tx& tx) { return keep_reply(tx, visit.viewer, reply, visit.now); });
}

base::Result<MeetingAnswer> put_attendance(access::Call& call, AttendanceInput const& input) {
    TRY(id, call.id<MeetingId>("id"));
    auto const place = find_place(call.tx, call.viewer, id);
    if (!place) return meeting_not_found();
    TRY_VOID(keep(call.tx, *place, input));
    return answer_of(call.tx, *place, call.now);
}

base::Result<LinkedMeeting> put_linked_attendance(access::Call& call, AttendanceInput const& input) {
    TRY(place, linked_place(call));
    TRY_VOID(keep(call.tx, place, input));
    return linked_answer(call.tx, place.party, place.meeting, call.now);
}

}  // namespace meeting

#pragma once
// The doors of a mail: no session, the link alone (rules 12). They read nothing but dates, and a GET changes nothing,
// so that a scanner of mails presses no button.

#include "access/call.hpp"
#include "meeting/attendance.hpp"
#include "meeting/meeting_actions.hpp"
#include "meeting/meeting_shapes.hpp"

namespace meeting {

struct LinkedMeeting : LinkedPair {
    std::int32_t version = 0;
    std::int32_t sequence = 0;  // of the date, for its answers
    State state = State::proposed;
    std::int32_t minutes = kUsualMinutes;
    Channel channel = Channel::in_person;
    std::string place;
    std::vector<Time> times;
    std::vector<Time> also;  // proposed together with it, and waiting like it
    std::optional<Time> time;
    bool is_pencilled_in = false;
    std::optional<Coming> coming;  // what was answered to it on this side
    std::vector<Action> allowed_actions;
};
BOOST_DESCRIBE_STRUCT(LinkedMeeting, (LinkedPair),
                      (version, sequence, state, minutes, channel, place, times, also, time, is_pencilled_in, coming,
                       allowed_actions))

// Which date the link in the path opens. Gone with the pair, with the meeting, and a while after its date: the same
// answer as for nonsense.
base::Result<Place> linked_place(access::Call& call);
// As whoever keeps that side's dates sees it.
LinkedMeeting linked_answer(db::Tx& tx, Party const& party, Meeting const& meeting, base::Instant now);

base::Result<LinkedMeeting> show_linked_meeting(access::Call& call);
base::Result<LinkedMeeting> put_linked_time(access::Call& call, Choice const& choice);
// It and all that `also` names.
base::Result<LinkedMeeting> put_linked_series(access::Call& call);
base::Result<LinkedMeeting> put_linked_times(access::Call& call, Moving const& moving);
base::Result<LinkedMeeting> put_linked_where(access::Call& call, WhereChange const& change);
base::Result<LinkedMeeting> put_linked_holding(access::Call& call, Holding const& holding);
base::Result<LinkedMeeting> put_linked_attendance(access::Call& call, AttendanceInput const& input);

}  // namespace meeting

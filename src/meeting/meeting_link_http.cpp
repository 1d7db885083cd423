#include "meeting/meeting_link_http.hpp"

#include <algorithm>

#include "meeting/attendance_store.hpp"
#include "meeting/meeting_answer.hpp"
#include "meeting/meeting_link_store.hpp"
#include "meeting/meeting_store.hpp"
#include "meeting/meeting_wish.hpp"
#include "pairing/pairing_store.hpp"

namespace meeting {
namespace {

std::vector<Time> proposed_with(db::Tx& tx, Party const& party, Meeting const& meeting, base::Instant now) {
    std::vector<Time> times;
    if (!meeting.series_id || state_of(meeting) != State::proposed) return times;
    auto const all = store::list_of_pairing(tx, party.organisation, party.pairing.id);
    for (auto const& other : waiting_of(all, *meeting.series_id, now))
        if (other.id != meeting.id) times.push_back(other.times.front());
    std::sort(times.begin(), times.end(),
              [](Time const& one, Time const& other) { return one.starts_at < other.starts_at; });
    return times;
}

template <class Wish>
base::Result<LinkedMeeting> grant_by_link(access::Call& call, Wish const& wish) {
    TRY(place, linked_place(call));
    TRY(meeting, fulfil(call.tx, place, wish, call.now));
    return linked_answer(call.tx, place.party, meeting, call.now);
}

}  // namespace

base::Result<Place> linked_place(access::Call& call) {
    TRY(opened, kMeetingLink.open(call.tools.keys, call.parameter("token")));
    auto const link = store::find_link(call.tx, opened.organisation, opened.id);
    if (!opened.is_of(link)) return kMeetingLink.not_found();
    auto const meeting = store::find(call.tx, opened.organisation, link->meeting_id).value();
    auto const pairing = pairing::store::find(call.tx, opened.organisation, meeting.pairing_id).value();
    if (!opens(*link, meeting, call.now) || !check_may_meet(pairing::stage_of(pairing)))
        return kMeetingLink.not_found();
    return Place{{opened.organisation, pairing, link->side}, meeting};
}

LinkedMeeting linked_answer(db::Tx& tx, Party const& party, Meeting const& meeting, base::Instant now) {
    auto const& pairing = party.pairing;
    LinkedMeeting answer;
    static_cast<LinkedPair&>(answer) = linked_pair(tx, party);
    answer.version = meeting.version;
    answer.sequence = meeting.sequence;
    answer.state = state_of(meeting);
    answer.minutes = meeting.minutes;
    answer.channel = meeting.channel;
    answer.place = meeting.place;
    answer.times = meeting.times;
    answer.also = proposed_with(tx, party, meeting, now);
    answer.time = meeting.time;
    answer.is_pencilled_in = answer.state == State::set && is_pencilled_in(tx, party);
    auto attendances = store::attendances_of(tx, party.organisation, pairing.id);
    for (auto const& one : attendances[meeting.id])
        if (one.side == party.side) answer.coming = one.answer;
    answer.allowed_actions = allowed_actions(meeting, pairing::stage_of(pairing), party.side, now);
    std::erase(answer.allowed_actions, Action::cancel);
    return answer;
}

base::Result<LinkedMeeting> show_linked_meeting(access::Call& call) {
    TRY(place, linked_place(call));
    return linked_answer(call.tx, place.party, place.meeting, call.now);
}

base::Result<LinkedMeeting> put_linked_time(access::Call& call, Choice const& choice) {
    return grant_by_link(call, choice);
}

base::Result<LinkedMeeting> put_linked_series(access::Call& call) {
    TRY(place, linked_place(call));
    if (!place.meeting.series_id) return nothing_to_choose();
    TRY_VOID(accept_series_of(call.tx, place.party, *place.meeting.series_id, call.now));
    return linked_answer(call.tx, place.party, store::find(call.tx, place.party.organisation, place.meeting.id).value(),
                         call.now);
}

base::Result<LinkedMeeting> put_linked_times(access::Call& call, Moving const& moving) {
    return grant_by_link(call, moving);
}
base::Result<LinkedMeeting> put_linked_where(access::Call& call, WhereChange const& change) {
    return grant_by_link(call, change);
}
base::Result<LinkedMeeting> put_linked_holding(access::Call& call, Holding const& holding) {
    return grant_by_link(call, holding);
}
base::Result<LinkedMeeting> put_linked_attendance(access::Call& call, AttendanceInput const& input) {
    return grant_by_link(call, input);
}

}  // namespace meeting

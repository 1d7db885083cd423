#include "meeting/meeting_http.hpp"

#include "base/text.hpp"
#include "meeting/absence_store.hpp"
#include "meeting/calendar.hpp"
#include "meeting/diary.hpp"
#include "meeting/meeting_actions.hpp"
#include "meeting/meeting_answer.hpp"
#include "meeting/meeting_store.hpp"
#include "meeting/meeting_wish.hpp"
#include "pairing/agreement_store.hpp"
#include "pairing/exploratory_meeting.hpp"
#include "pairing/pairing_store.hpp"
#include "platform/zone.hpp"

namespace meeting {
namespace {

base::Result<Place> place_of(access::Call& call) {
    TRY(id, call.id<MeetingId>("id"));
    auto place = find_place(call.tx, call.viewer, id);
    if (!place) return meeting_not_found();
    return *place;
}

template <class Wish>
base::Result<MeetingAnswer> grant(access::Call& call, Wish const& wish) {
    TRY(place, place_of(call));
    TRY(meeting, fulfil(call.tx, place, wish, call.now));
    return answer_for(call.tx, place.party, meeting.id, call.now);
}

}  // namespace

base::Result<PairMeetings> list_meetings(access::Call& call) {
    TRY(party, party_of(call));
    PairMeetings meetings;
    meetings.items = answers_for(call.tx, party, call.now);
    meetings.side = party.side;
    meetings.may_propose = check_may_meet(pairing::stage_of(party.pairing)).has_value();
    meetings.minutes_held =
        tally_of(store::list_of_pairing(call.tx, party.organisation, party.pairing.id)).minutes_held;
    auto const agreement =
        pairing::store::find_agreement_without_outcomes(call.tx, party.organisation, party.pairing.id);
    if (agreement) meetings.usual_channel = agreement->channel;
    if (agreement && party.pairing.started_at) {
        auto const agreed = agreed_of(*agreement, base::utc_day(*party.pairing.started_at));
        meetings.minutes_agreed = agreed.minutes;
        meetings.meetings_agreed = agreed.meetings;
    }
    return meetings;
}

base::Result<MeetingAnswer> post_meeting(access::Call& call, Proposal const& proposal) {
    TRY(party, party_of(call));
    TRY(times, times_in(proposal.times));
    TRY(meeting, propose_meeting(call.tx, party, {proposal.minutes, proposal.channel, base::trim(proposal.place)},
                                 std::move(times), call.now, proposal.activity.value_or(Activity::conversation)));
    return answer_for(call.tx, party, meeting.id, call.now);
}

base::Result<Slots> list_slots(access::Call& call, SlotQuery const& query) {
    TRY(party, party_of(call));
    TRY_VOID(check_may_meet(pairing::stage_of(party.pairing)));
    auto slots = slots_for(call.tx, call.tools.busy_elsewhere, party, query, call.now);
    slots.takes_free_busy = !call.tools.free_busy.empty();
    return slots;
}

base::Result<MeetingAnswer> show_meeting(access::Call& call) {
    TRY(place, place_of(call));
    return answer_for(call.tx, place.party, place.meeting.id, call.now);
}

base::Result<MeetingAnswer> put_time(access::Call& call, Choice const& choice) {
    return grant(call, choice);
}
base::Result<MeetingAnswer> put_times(access::Call& call, Moving const& moving) {
    return grant(call, moving);
}
base::Result<MeetingAnswer> put_where(access::Call& call, WhereChange const& change) {
    return grant(call, change);
}
base::Result<MeetingAnswer> put_holding(access::Call& call, Holding const& holding) {
    return grant(call, holding);
}
base::Result<MeetingAnswer> put_cancellation(access::Call& call, Cancelling const& cancelling) {
    return grant(call, cancelling);
}
base::Result<MeetingAnswer> put_attendance(access::Call& call, AttendanceInput const& input) {
    return grant(call, input);
}

base::Result<access::Document> show_calendar(access::Call& call) {
    TRY(place, place_of(call));
    if (!place.meeting.time) return not_set();
    auto const entry = entry_of(call.tx, call.tools.public_url, place.party, place.meeting, call.now);
    return access::Document{"text/calendar; charset=utf-8", write_calendar(Method::publish, {entry})};
}

base::Result<Absences> show_absences(access::Call& call) {
    return store::list_own_absences(call.tx, call.viewer, zone::day_of(call.now, call.viewer.time_zone));
}

base::Result<Absences> put_absences(access::Call& call, Absences const& absences) {
    TRY(wanted, joined(absences));
    auto const today = zone::day_of(call.now, call.viewer.time_zone);
    store::save_own_absences(call.tx, call.viewer, today, wanted);
    return store::list_own_absences(call.tx, call.viewer, today);
}

}  // namespace meeting

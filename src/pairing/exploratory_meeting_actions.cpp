#include "pairing/exploratory_meeting_actions.hpp"

#include "matching/partner_store.hpp"
#include "pairing/exploratory_meeting_store.hpp"
#include "pairing/line_store.hpp"
#include "pairing/pairing_actions.hpp"
#include "pairing/pairing_store.hpp"
#include "programme/closing_actions.hpp"

namespace pairing {
namespace {

// How long after midnight the house has told what the day before brought.
constexpr auto kDayTold = std::chrono::minutes(30);

}  // namespace

base::Result<MeetingSet> set_exploratory_meeting(db::Tx& tx, access::Viewer const& viewer, PairingId id,
                                                 ExploratoryMeeting const& wanted, base::Instant now) {
    auto pairing = store::find_mine(tx, viewer, id);
    if (!pairing) return pairing_not_found();
    return move_exploratory_meeting(tx, viewer.organisation, *pairing, wanted, now);
}

base::Result<MeetingSet> move_exploratory_meeting(db::Tx& tx, access::OrganisationId organisation,
                                                  Pairing const& pairing, ExploratoryMeeting const& wanted,
                                                  base::Instant now) {
    TRY_VOID(programme::check_not_closed(tx, organisation, pairing.programme_id));
    if (store::one_takes_a_break(tx, organisation, pairing.id)) return one_takes_a_break();
    auto const current = store::find_meeting(tx, organisation, pairing.id).value_or(ExploratoryMeeting{});
    TRY(set, set_meeting(pairing, current, wanted, now));
    store::save_meeting(tx, organisation, pairing.id, set.meeting);
    store::save_times(tx, organisation, set.pairing);
    record_of_pair(tx, organisation, kMeetingSet, pairing, {}, now);
    return set;
}

base::Result<Answered> give_answer(db::Tx& tx, access::Viewer const& viewer, PairingId id, Answer given,
                                   base::Instant now) {
    auto pairing = store::find_mine(tx, viewer, id);
    if (!pairing) return pairing_not_found();
    TRY_VOID(programme::check_not_closed(tx, viewer.organisation, pairing->programme_id));
    auto by = *pairing->side_of(*viewer.person);
    auto answers = store::answers_of(tx, viewer.organisation, *pairing);
    TRY(answered, answer(*pairing, answers, by, given, now));
    if (given == Answer::go_on && store::stand_in_one_line(tx, viewer.organisation, *pairing)) return in_one_line();
    store::save_answer(tx, viewer.organisation, id, *viewer.person, given, base::utc_day(now));
    audit::record_private(tx, viewer.organisation, kAnswerGiven, now);
    if (stage_of(*pairing) == stage_of(answered.pairing)) return answered;
    store::save_times(tx, viewer.organisation, answered.pairing);
    record_of_pair(tx, viewer.organisation, kPairingWentOn, *pairing, {}, now);
    return answered;
}

void open_exploratory_answers(db::Tx& tx, access::OrganisationId organisation, base::Instant now) {
    for (auto const& pairing : store::list_to_open(tx, organisation, now)) {
        store::save_times(tx, organisation, open_answers(pairing, now));
        matching::store::end_partners(tx, organisation, pairing.programme_id, pairing.mentor_id, pairing.mentee_id,
                                      base::utc_day(pairing.answers_close_at));
        record_of_pair(tx, organisation, kPairingSetAside, pairing, {}, now);
    }
}

void call_off_exploratory_meetings(db::Tx& tx, access::OrganisationId organisation, base::Instant now) {
    auto const today = base::utc_day(now);
    auto const urgent = base::start_of_utc(today + 1) + kDayTold;
    for (auto const& id : store::list_overtaken_meetings(tx, organisation, {now, today, urgent})) {
        store::save_meeting(tx, organisation, id, call_off(store::find_meeting(tx, organisation, id).value()));
        record_of_pair(tx, organisation, kMeetingCalledOff, store::find(tx, organisation, id).value(), {}, now);
    }
}

}  // namespace pairing

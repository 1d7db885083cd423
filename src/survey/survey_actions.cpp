#include "survey/survey_actions.hpp"

#include "instrument/item.hpp"
#include "meeting/holiday_store.hpp"
#include "notice/notice_actions.hpp"
#include "programme/programme.hpp"
#include "survey/survey_store.hpp"

namespace survey {
namespace {

Standing standing_of(store::Askable const& pair) {
    pairing::Agreement agreement;
    agreement.cadence = pair.cadence;
    agreement.ends_on = pair.ends_on;
    auto const started_on = base::utc_day(pair.started_at);
    return {.started_on = started_on,
            .ends_on = pair.ends_on,
            .meetings_agreed = meeting::agreed_of(agreement, started_on).meetings,
            .meetings_held = pair.meetings_held,
            .is_small = pair.planned_pairs <= programme::kSmallProgramme,
            .is_paused = pair.is_paused,
            .is_over = pair.is_over};
}

void open_of(db::Tx& tx, access::OrganisationId organisation, store::Askable const& pair, base::Day today) {
    auto const standing = standing_of(pair);
    Opened opened{pair.last_pulse, pair.has_midpoint, false};
    for (auto const& one : due(standing, opened, today)) {
        store::insert_survey(tx, organisation, {tx.make_id<SurveyId>(), pair.pairing_id, one.kind, one.number, today},
                             {pair.mentor_id, pair.mentee_id});
        opened = with(opened, one);
    }
    store::save_next(tx, organisation, pair.pairing_id, next_on(standing, opened));
}

// The same order each time somebody comes back to it, another day by day and for each of the two; made of nothing that
// tells one person from another.
std::uint64_t seed_of(store::Own const& own) {
    auto const day = base::start_of_utc(own.opened_on).microseconds;
    return static_cast<std::uint64_t>(day) + (own.side == pairing::Side::mentor ? 1U : 2U);
}

SurveyAnswer answer_of(access::Viewer const& viewer, store::Own const& own, std::vector<ItemAnswer> answers) {
    SurveyAnswer answer;
    static_cast<SurveyBrief&>(answer) = {own.id,      own.kind,      own.number,     own.pairing_id,
                                         own.partner, own.opened_on, closes_on(own), own.state};
    auto const& items = instrument::items(viewer.language);
    for (auto const& key : items_of(own.kind, own.is_small, seed_of(own)))
        answer.asked.push_back({key, items.find(key)->text});
    answer.answers = std::move(answers);
    return answer;
}

State state_of(Answering answering) {
    switch (answering) {
        case Answering::saved:
            return State::saved;
        case Answering::skipped:
            return State::skipped;
        case Answering::sent:
            break;
    }
    return State::sent;
}

}  // namespace

void open_due(db::Tx& tx, access::OrganisationId organisation, base::Instant now) {
    auto const today = base::utc_day(now);
    for (auto const& pair : store::list_due(tx, organisation, today)) open_of(tx, organisation, pair, today);
}

void open_after(db::Tx& tx, access::OrganisationId organisation, meeting::MeetingId meeting, base::Instant now) {
    if (auto const pair = store::find_askable_by_meeting(tx, organisation, meeting))
        open_of(tx, organisation, *pair, base::utc_day(now));
}

void look_again(db::Tx& tx, access::OrganisationId organisation, PairingId pairing) {
    store::forget_next(tx, organisation, pairing);
}

void tell_opened(db::Tx& tx, access::OrganisationId organisation, base::Instant now) {
    auto const today = base::utc_day(now);
    auto const closed = meeting::store::closed_sites_of(tx, organisation, today - 1, today + 1);
    for (auto const& untold : store::list_untold(tx, organisation)) {
        if (!closed.is_asked(untold.site, untold.time_zone, now)) continue;
        store::mark_told(tx, organisation, untold);
        notice::tell(tx, organisation, untold.person_id, notice::questions_wait, base::any(untold.survey_id), now);
    }
}

base::Result<SurveyAnswer> read_survey(db::Tx& tx, crypto::Keys const& keys, access::Viewer const& viewer,
                                       SurveyId id) {
    auto const own = store::find_mine(tx, viewer, id);
    if (!own) return survey_not_found();
    return answer_of(viewer, *own, store::answers_of(tx, keys, viewer, id));
}

base::Result<SurveyReceipt> answer_survey(db::Tx& tx, crypto::Keys const& keys, access::Viewer const& viewer,
                                          SurveyId id, AnswersGiven const& given, base::Instant now) {
    auto own = store::find_mine(tx, viewer, id);
    if (!own) return survey_not_found();
    TRY_VOID(check_open(*own, base::utc_day(now)));
    TRY_VOID(check_answers(given.answers, items_of(own->kind, own->is_small, 0)));
    own->state = state_of(given.state);
    auto const kept = given.state == Answering::skipped ? std::vector<ItemAnswer>{} : given.answers;
    store::save_answers(tx, keys, viewer, id, own->state, kept);
    audit::record_private(tx, viewer.organisation, kSurveyAnswered, now);
    SurveyReceipt receipt{answer_of(viewer, *own, kept), {}};
    if (given.state == Answering::sent) receipt.tips = tips_from(kept);
    return receipt;
}

}  // namespace survey

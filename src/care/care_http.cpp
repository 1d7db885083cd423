#include "care/care_http.hpp"

#include "care/care_actions.hpp"
#include "care/nudge_store.hpp"
#include "care/sign_store.hpp"
#include "meeting/meeting_actions.hpp"
#include "pairing/agreement_store.hpp"
#include "platform/zone.hpp"

namespace care {
namespace {

base::Result<meeting::Party> party_of(access::Call& call) {
    TRY(id, call.id<PairingId>("id"));
    auto party = meeting::find_party(call.tx, call.viewer, id);
    if (!party) return pairing::pairing_not_found();
    return *party;
}

// "2026-11-24T15:00"
constexpr std::size_t kLocalLength = 16;

meeting::Time on_clock(base::Instant at, std::string const& time_zone) {
    auto const local = zone::to_local(at, time_zone);
    auto const start = base::start_of_utc(local.day) + std::chrono::minutes(local.minute);
    return {base::to_text(start).substr(0, kLocalLength), time_zone, at};
}

NudgeAnswer answer_for(access::Call& call, meeting::Party const& party, Nudge const& nudge) {
    NudgeAnswer answer{nudge.step, nudge.sign, nudge.amount, base::utc_day(nudge.sent_at.value()), {}, {}};
    auto const agreement =
        pairing::store::find_agreement_without_outcomes(call.tx, call.viewer.organisation, party.pairing.id);
    if (agreement) answer.channel = agreement->channel;
    auto const most = slots_with(nudge.step);
    if (most == 0 || !meeting::check_may_meet(pairing::stage_of(party.pairing))) return answer;
    auto const search = meeting::slot_search_of(call.tx, call.tools.busy_elsewhere, party, meeting::kUsualMinutes,
                                                std::nullopt, call.now);
    for (auto at : meeting::find_slots(search))
        if (answer.slots.size() < most) answer.slots.push_back(on_clock(at, call.viewer.time_zone));
    return answer;
}

// A date that is set, or an end, is the answer to every nudge.
bool has_reason(meeting::Party const& party, Nudge const& nudge, base::Instant now) {
    if (!pairing::is_live(party.pairing)) return false;
    return nudge.step == NudgeStep::asked || !party.pairing.last_date_at || *party.pairing.last_date_at <= now;
}

PairCare care_of(access::Call& call, meeting::Party const& party) {
    auto const id = party.pairing.id;
    PairCare care;
    auto const asked_after = call.now - std::chrono::hours(24 * kAskedDays);
    auto const nudge = store::find_open_nudge(call.tx, call.viewer, id, asked_after);
    if (nudge && has_reason(party, *nudge, call.now)) care.nudge = answer_for(call, party, *nudge);
    care.would_like_help = store::would_like_help(call.tx, call.viewer, id);
    care.has_stopped_nudges = store::has_stopped_nudges(call.tx, call.viewer);
    return care;
}

base::Result<ProgrammeId> coordinated_programme(access::Call& call) {
    TRY(programme, call.id<ProgrammeId>("id"));
    if (!call.viewer.coordinates(programme)) return base::not_found("programme");
    return programme;
}

}  // namespace

base::Result<PairCare> show_pair_care(access::Call& call) {
    TRY(party, party_of(call));
    return care_of(call, party);
}

base::Result<PairCare> remove_nudge(access::Call& call) {
    TRY(party, party_of(call));
    store::put_away_nudges(call.tx, call.viewer, party.pairing.id);
    return care_of(call, party);
}

base::Result<PairCare> put_help_wish(access::Call& call) {
    TRY(party, party_of(call));
    if (!pairing::is_live(party.pairing)) return pairing::pairing_over();
    wish_for_help(call.tx, call.viewer, party.pairing.id, call.now);
    return care_of(call, party);
}

base::Result<PairCare> remove_help_wish(access::Call& call) {
    TRY(party, party_of(call));
    take_help_wish_back(call.tx, call.viewer, party.pairing.id, call.now);
    return care_of(call, party);
}

base::Result<NudgeStop> show_nudge_stop(access::Call& call) {
    return NudgeStop{store::has_stopped_nudges(call.tx, call.viewer)};
}

base::Result<NudgeStop> put_nudge_stop(access::Call& call, NudgeStop const& wanted) {
    stop_nudges(call.tx, call.viewer, wanted.is_stopped, call.now);
    return wanted;
}

base::Result<ThresholdsAnswer> show_thresholds(access::Call& call) {
    TRY(programme, call.id<ProgrammeId>("id"));
    auto const coordinates = call.viewer.coordinates(programme);
    if (!coordinates && !store::takes_part(call.tx, call.viewer, programme)) return base::not_found("programme");
    return ThresholdsAnswer{store::thresholds_of(call.tx, call.viewer.organisation, programme), {}, coordinates};
}

base::Result<ThresholdsAnswer> put_thresholds(access::Call& call, Thresholds const& wanted) {
    TRY(programme, coordinated_programme(call));
    TRY(thresholds, change_thresholds(call.tx, call.viewer, programme, wanted, call.now));
    return ThresholdsAnswer{thresholds, {}, true};
}

base::Result<Asking> put_asking(access::Call& call) {
    TRY(programme, coordinated_programme(call));
    TRY(id, call.id<PairingId>("pairing_id"));
    return ask_how_it_goes(call.tx, call.viewer, programme, id, call.now);
}

base::Result<access::Nothing> remove_help_wish_of(access::Call& call) {
    TRY(programme, coordinated_programme(call));
    TRY(id, call.id<PairingId>("pairing_id"));
    TRY(person, call.id<PersonId>("person_id"));
    for (auto const& wish : store::list_help_wishes(call.tx, call.viewer, programme))
        if (wish.pairing_id == id && wish.person_id == person) {
            store::remove_help_wish(call.tx, call.viewer.organisation, id, person);
            audit::record_private(call.tx, call.viewer.organisation, kHelpWishRemoved, call.now);
            return access::Nothing{};
        }
    return base::not_found("help wish");
}

}  // namespace care

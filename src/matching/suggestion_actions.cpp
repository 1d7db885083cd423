#include "matching/suggestion_actions.hpp"

#include <algorithm>

#include "matching/engine/certificate.hpp"
#include "matching/engine/score.hpp"
#include "matching/match_run_store.hpp"
#include "matching/world_store.hpp"
#include "notice/notice_actions.hpp"
#include "organisation/organisation_store.hpp"
#include "programme/closing_actions.hpp"

namespace matching {

namespace {

std::int32_t with_ranking(std::int32_t benefit, std::optional<std::int32_t> rank) {
    return std::min(engine::kFull, benefit + ranking_bonus(rank));
}

// The happy couples who may still meet today, as a snapshot of the people they are.
engine::Snapshot final_snapshot(LoadedWorld const& loaded, std::vector<HappyCouple> const& happy, MatchRun const& run) {
    engine::Judge const judge(loaded.world);
    auto snapshot = make_snapshot(loaded.world, {});
    snapshot.seed = static_cast<std::uint64_t>(run.seed);
    snapshot.bans = loaded.bans;
    for (auto const& couple : happy) {
        auto const mentor = loaded.find(Side::mentor, couple.mentor_id);
        auto const mentee = loaded.find(Side::mentee, couple.mentee_id);
        engine::Benefit today;
        if (!mentor || !mentee || judge.judge(loaded.world.mentors[*mentor], loaded.world.mentees[*mentee], today) != 0)
            continue;
        auto const a = with_ranking(couple.mentor_benefit, couple.mentor_rank);
        auto const b = with_ranking(couple.mentee_benefit, couple.mentee_rank);
        snapshot.candidates.push_back({*mentor, *mentee, a, b, engine::harmonic_mean(a, b)});
    }
    return snapshot;
}

SuggestionId suggestion_of(std::vector<HappyCouple> const& happy, PersonId mentor, PersonId mentee) {
    return std::find_if(happy.begin(), happy.end(),
                        [&](auto const& c) { return c.mentor_id == mentor && c.mentee_id == mentee; })
        ->suggestion_id;
}

}  // namespace

base::Result<SuggestionAnswer> answer_suggestion(db::Tx& tx, access::Viewer const& viewer, SuggestionId id,
                                                 GivenAnswer const& answer, base::Instant now) {
    auto const round = store::find_round_of_mine(tx, viewer, id);
    if (!round) return suggestion_not_found();
    TRY_VOID(programme::check_not_closed(tx, viewer.organisation, round->programme_id));
    TRY(checked_answer, check_answer(answer, *round, now));
    store::save_answer(tx, viewer, id, checked_answer);
    audit::record(tx, viewer, kSuggestionAnswered, base::any(id), {}, now);
    return store::find_mine(tx, viewer, id).value();
}

base::Result<std::vector<JoinedCouple>> close_round(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation,
                                                    Round const& round, base::Instant now) {
    auto const run = store::find_run(tx, organisation, round.match_run_id).value();
    auto const loaded = store::load_world(tx, keys, organisation, round.programme_id, now).value();
    auto const happy = store::list_happy_couples(tx, organisation, round.id);
    auto const snapshot = final_snapshot(loaded, happy, run);
    TRY(assignment, engine::assign(snapshot));
    auto const certificate = certify(snapshot, assignment);
    if (!certificate.verified())
        return base::conflict("not_verified", "The final run could not be proved: " + to_text(certificate.flaw) + ".");
    for (auto const& couple : assignment.couples)
        store::mark_joined(tx, organisation,
                           suggestion_of(happy, loaded.mentors[couple.mentor], loaded.mentees[couple.mentee]), now);
    store::close_round(tx, organisation, round.id, now);
    audit::record(tx, access::house(organisation), kSuggestionsClosed, base::any(round.id),
                  audit::Facts().id("programme_id", round.programme_id).number("number", round.number), now);
    return store::list_joined(tx, organisation, round.id);
}

// A round that was taken back meanwhile has nobody to tell.
void tell_suggestions_ready(db::Tx& tx, OrganisationId organisation, RoundId round, base::Instant now) {
    for (auto const& person : store::list_people_of(tx, organisation, round))
        notice::tell(tx, organisation, person, notice::suggestions_ready, base::any(round), now);
}

void tell_round_result(db::Tx& tx, OrganisationId organisation, RoundId round, base::Instant now) {
    for (auto const& person : store::list_people_of(tx, organisation, round))
        notice::tell(tx, organisation, person, notice::round_result, base::any(round), now);
}

void remind_of_closing(db::Tx& tx, OrganisationId organisation, ClosedFor const& is_closed, base::Instant now) {
    auto const today = organisation::store::today(tx, organisation, now);
    for (auto const& round : store::list_open_rounds(tx, organisation)) {
        if (today >= round.closes_on || round.closes_on - today > base::kWorkingDaySearch) continue;
        for (auto const& person : store::list_people_of(tx, organisation, round.id)) {
            auto const closed = [&](base::Day day) { return is_closed(person, day); };
            if (base::working_day_before(round.closes_on, closed) != today) continue;
            notice::tell(tx, organisation, person, notice::closes_soon, base::any(round.id), now);
        }
    }
}

}  // namespace matching

#include "pairing/pairing_http.hpp"

#include <map>

#include "base/text.hpp"
#include "pairing/agreement_actions.hpp"
#include "pairing/agreement_store.hpp"
#include "pairing/exploratory_meeting_actions.hpp"
#include "pairing/exploratory_meeting_store.hpp"
#include "pairing/line_check_actions.hpp"
#include "pairing/pairing_actions.hpp"
#include "pairing/pairing_store.hpp"
#include "pairing/readiness.hpp"
#include "programme/called_store.hpp"

namespace pairing {
namespace {

// Made from the viewer's own answer alone: the other's is never read on this way.
PairingAnswer answer_for(access::Call& call, Pairing const& pairing) {
    auto organisation = call.viewer.organisation;
    auto side = *pairing.side_of(*call.viewer.person);
    auto papers = papers_of(call.tx, call.tools.keys, call.viewer, pairing, call.now);
    auto seen = seen_by_one(pairing, store::find_own_answer(call.tx, call.viewer, pairing.id));

    PairingAnswer answer;
    answer.id = pairing.id;
    answer.programme_id = pairing.programme_id;
    answer.programme = programme::store::find_called(call.tx, organisation, pairing.programme_id, call.viewer.language);
    answer.origin = pairing.origin;
    answer.side = side;
    answer.partner = store::find_partner(call.tx, organisation, pairing.person(other(side))).value();
    answer.stage = seen.stage;
    answer.meetings_before = pairing.meetings_before;
    answer.opened_at = pairing.opened_at;
    answer.answers_close_at = seen.answers_close_at;
    answer.started_at = pairing.started_at;
    if (seen.stage == Stage::finished) answer.finished_week_on = monday_of(*pairing.closed_on);
    answer.exploratory_meeting = store::find_meeting(call.tx, organisation, pairing.id);
    answer.own_answer = seen.own_answer;
    answer.mirror = {store::coordinators_of(call.tx, organisation, pairing),
                     coordinator_line(papers, base::utc_day(call.now))};
    answer.allowed_actions = allowed_actions(papers, side, call.now);
    if (seen.stage != Stage::exploring && answer.exploratory_meeting &&
        is_ahead(pairing, *answer.exploratory_meeting, call.now))
        answer.allowed_actions.insert(answer.allowed_actions.begin(), Action::set_meeting);
    return answer;
}

// Papers as a coordinator may know them: without the outcomes, which stay sealed.
std::optional<CoordinatorLine> line_of(access::Call& call, Pairing const& pairing) {
    Papers papers;
    papers.pairing = pairing;
    papers.charter_version = charter_in("en").version;
    papers.signatures = store::signatures_of(call.tx, call.viewer.organisation, pairing.id);
    papers.are_both_prepared = are_both_prepared(call.tx, call.viewer.organisation, pairing);
    papers.agreement =
        store::find_agreement_without_outcomes(call.tx, call.viewer.organisation, pairing.id).value_or(Agreement{});
    return coordinator_line(papers, base::utc_day(call.now));
}

ProgrammePairing brief_of(access::Call& call, Pairing const& pairing) {
    return {pairing.id, store::find_partner(call.tx, call.viewer.organisation, pairing.mentor_id).value(),
            store::find_partner(call.tx, call.viewer.organisation, pairing.mentee_id).value(), *line_of(call, pairing)};
}

void count_standing(PairingCounts& counts, CoordinatorState state) {
    switch (state) {
        case CoordinatorState::getting_to_know:
            ++counts.getting_to_know;
            break;
        case CoordinatorState::started:
            ++counts.started;
            break;
        case CoordinatorState::paused:
            ++counts.paused;
            break;
        case CoordinatorState::finished:
            ++counts.finished;
            break;
    }
}

constexpr std::array kPairingSortings{
    page::Sorting{ProgrammePairingSort::opened_at, "opened_at", page::Compared::as_number},
    page::Sorting{ProgrammePairingSort::mentor, "mentor"},
    page::Sorting{ProgrammePairingSort::mentee, "mentee"},
    page::Sorting{ProgrammePairingSort::state, "state", page::Compared::as_number},
};

// What a programme's pairings are found and sorted by.
class PairingNames {
  public:
    PairingNames(access::Call& call, ProgrammeId programme, ProgrammePairingsQuery const& query)
        : sort_(query.sort.value_or(ProgrammePairingSort::opened_at)), part_(base::fold(query.search.value_or(""))) {
        if (query.search || sort_ == ProgrammePairingSort::mentor || sort_ == ProgrammePairingSort::mentee)
            names_ = store::folded_names(call.tx, call.viewer, programme);
    }
    [[nodiscard]] bool has_part(Pairing const& pairing) const {
        return part_.empty() || name_of(pairing.mentor_id).find(part_) != std::string::npos ||
               name_of(pairing.mentee_id).find(part_) != std::string::npos;
    }
    [[nodiscard]] std::string key_of(Pairing const& pairing, CoordinatorState state) const {
        switch (sort_) {
            case ProgrammePairingSort::mentor:
                return name_of(pairing.mentor_id);
            case ProgrammePairingSort::mentee:
                return name_of(pairing.mentee_id);
            case ProgrammePairingSort::state:
                return std::to_string(static_cast<int>(state));
            case ProgrammePairingSort::opened_at:
                break;
        }
        return std::to_string(pairing.opened_at.microseconds);
    }

  private:
    [[nodiscard]] std::string const& name_of(PersonId person) const { return names_.at(person); }

    ProgrammePairingSort sort_;
    std::string part_;
    std::map<PersonId, std::string> names_;
};

base::Result<ProgrammeId> coordinated_programme(access::Call& call) {
    TRY(programme, call.id<ProgrammeId>("id"));
    if (!call.viewer.coordinates(programme)) return base::not_found("programme");
    return programme;
}

}  // namespace

base::Result<MyPairings> list_my_pairings(access::Call& call) {
    MyPairings mine;
    for (auto const& pairing : store::list_mine(call.tx, call.viewer)) mine.items.push_back(answer_for(call, pairing));
    return mine;
}

base::Result<PairingAnswer> show_pairing(access::Call& call) {
    TRY(id, call.id<PairingId>("id"));
    auto pairing = store::find_mine(call.tx, call.viewer, id);
    if (!pairing) return pairing_not_found();
    return answer_for(call, *pairing);
}

base::Result<PairingAnswer> put_closure(access::Call& call, Closing const& closing) {
    TRY(id, call.id<PairingId>("id"));
    TRY(closed, close_pairing(call.tx, call.viewer, id, closing.ending.value_or(Ending::ended), call.now));
    return answer_for(call, closed);
}

base::Result<PairingAnswer> put_pause(access::Call& call) {
    TRY(id, call.id<PairingId>("id"));
    TRY(paused, pause_pairing(call.tx, call.viewer, id, call.now));
    return answer_for(call, paused);
}

base::Result<PairingAnswer> remove_pause(access::Call& call) {
    TRY(id, call.id<PairingId>("id"));
    TRY(resumed, resume_pairing(call.tx, call.viewer, id, call.now));
    return answer_for(call, resumed);
}

base::Result<PairingAnswer> put_exploratory_meeting(access::Call& call, MeetingChange const& change) {
    TRY(id, call.id<PairingId>("id"));
    TRY(starts_at, to_instant(change.starts_local, change.time_zone));
    ExploratoryMeeting wanted{change.version, change.starts_local, change.time_zone,
                              starts_at,      change.mode,         base::trim(change.place)};
    TRY(set, set_exploratory_meeting(call.tx, call.viewer, id, wanted, call.now));
    return answer_for(call, set.pairing);
}

base::Result<PairingAnswer> put_exploratory_answer(access::Call& call, AnswerGiven const& given) {
    TRY(id, call.id<PairingId>("id"));
    TRY(answered, give_answer(call.tx, call.viewer, id, given.answer, call.now));
    return answer_for(call, answered.pairing);
}

base::Result<ProgrammePairings> list_programme_pairings(access::Call& call, ProgrammePairingsQuery const& query) {
    TRY(programme, coordinated_programme(call));
    auto const today = base::utc_day(call.now);
    PairingNames const names(call, programme, query);
    ProgrammePairings pairings;
    // A programme's pairings are few thousand at most, and the states come from the rule, not from SQL.
    std::vector<page::Keyed<Pairing, page::ById>> wanted;
    for (auto& pairing : store::list_of_programme(call.tx, call.viewer, programme)) {
        auto standing = seen_by_coordinator(pairing, today);
        if (!standing) continue;
        count_standing(pairings.counts, standing->state);
        if ((query.state && *query.state != standing->state) || !names.has_part(pairing)) continue;
        auto key = names.key_of(pairing, standing->state);
        page::ById const tie{base::any(pairing.id)};
        wanted.push_back({pairing, std::move(key), tie});
    }
    TRY(shown, page::among(std::move(wanted), query, kPairingSortings));
    page::fill(pairings, std::move(shown), [&](Pairing const& pairing) { return brief_of(call, pairing); });
    return pairings;
}

base::Result<PairingAnswer> put_going_on_knowingly(access::Call& call) {
    TRY(id, call.id<PairingId>("id"));
    TRY(pairing, go_on_as_one_of_two(call.tx, call.viewer, id, call.now));
    return answer_for(call, pairing);
}

base::Result<ProgrammePairing> put_going_on_as_coordinator(access::Call& call) {
    TRY(programme, coordinated_programme(call));
    TRY(id, call.id<PairingId>("pairing_id"));
    TRY(pairing, go_on_as_coordinator(call.tx, call.viewer, programme, id, call.now));
    return brief_of(call, pairing);
}

base::Result<ProgrammePairing> put_ending_as_coordinator(access::Call& call) {
    TRY(programme, coordinated_programme(call));
    TRY(id, call.id<PairingId>("pairing_id"));
    TRY(pairing, end_as_coordinator(call.tx, call.viewer, programme, id, call.now));
    return brief_of(call, pairing);
}

base::Result<OpenedPairings> post_brought_pairs(access::Call& call, BroughtPairs const& brought) {
    TRY(programme, coordinated_programme(call));
    TRY(ids, bring_pairs(call.tx, call.viewer, programme, brought.pairs, call.now));
    return OpenedPairings{ids};
}

}  // namespace pairing

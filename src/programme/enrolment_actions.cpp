#include "programme/enrolment_actions.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "base/version.hpp"
#include "organisation/organisation_store.hpp"
#include "person/person_actions.hpp"
#include "programme/closing_actions.hpp"
#include "programme/enrolment_store.hpp"
#include "programme/programme_store.hpp"

namespace programme {
namespace {

bool takes_people(State state) {
    return state == State::enrolling || state == State::matching || state == State::running;
}

// `today` is the day of the house, here and below.
bool has_closed_enrolment(Programme const& programme, base::Day today) {
    return programme.enrolment_closes_on && *programme.enrolment_closes_on < today;
}

SideCount const& count_of(Counts const& counts, Side side) {
    return side == Side::mentor ? counts.mentor : counts.mentee;
}

EnrolmentState first_state(db::Tx& tx, Viewer const& viewer, Programme const& programme, Side side, base::Instant now) {
    auto const counts = store::count_enrolments(tx, viewer.organisation, programme.id);
    return state_on_joining({.planned_pairs = programme.planned_pairs,
                             .joined_capacity = count_of(counts, side).places,
                             .enrolment_is_closed = has_closed_enrolment(
                                 programme, organisation::store::today(tx, viewer.organisation, now)),
                             .awaits_draw = awaits_draw(programme)});
}

// Asked before somebody joins: nobody else is kept out because another coordinator takes part alone.
base::Result<bool> check_joining_coordinator(db::Tx& tx, Viewer const& viewer, ProgrammeId programme, PersonId person) {
    if (!store::coordinates(tx, viewer.organisation, programme, person)) return true;
    auto standing = store::load_standing(tx, viewer.organisation, programme);
    ++standing.participating_coordinators;
    return check_second_coordinator(standing);
}

WaitingFacts facts_of(Programme const& programme, Counts const& counts, Side side, base::Day today) {
    auto const places = count_of(counts, side).places;
    return {.state = programme.state,
            .has_more_rounds = programme.rounds > 1 && takes_people(programme.state),
            .has_free_place = places < programme.planned_pairs,
            .is_enrolment_closed = has_closed_enrolment(programme, today)};
}

base::Result<Enrolment> load_own(db::Tx& tx, Viewer const& viewer, EnrolmentId id) {
    auto enrolment = store::find_own_enrolment(tx, viewer, id);
    if (!enrolment) return base::not_found("enrolment");
    return *enrolment;
}

std::vector<EnrolmentId> ordered(std::vector<store::WaitingRow> const& rows, Programme const& programme, Side side,
                                 OrganisationId organisation, crypto::Keys const& keys) {
    std::vector<Waiting> waiting;
    for (auto const& row : rows) {
        if (row.side != side) continue;
        auto const need =
            programme.waiting_order == WaitingOrder::by_need ? store::urgency_of(row, organisation, keys) : 0;
        waiting.push_back({row.enrolment, row.since, need, row.lottery_place});
    }
    return in_order(std::move(waiting), programme.waiting_order);
}

// The comparison group stays as the draw left it until it ends in the open (rules D3).
void move_up(db::Tx& tx, Viewer const& house, Programme const& programme, Side side,
             std::vector<EnrolmentId> const& line, bool is_draw, base::Instant now) {
    if (awaits_draw(programme) || !takes_people(programme.state)) return;
    if (programme.waiting_is_comparison && !is_draw) return;
    auto const counts = store::count_enrolments(tx, house.organisation, programme.id);
    auto free = programme.planned_pairs - count_of(counts, side).places;
    for (auto id : line) {
        if (free <= 0) return;
        Enrolment enrolment;
        enrolment.id = id;
        enrolment.joined_on = base::utc_day(now);
        store::save_enrolment_state(tx, house.organisation, enrolment, now);
        audit::record(tx, house, kEnrolmentJoined, base::any(id), audit::Facts().id("programme", programme.id), now);
        --free;
    }
}

}  // namespace

base::Result<Enrolment> join(db::Tx& tx, Viewer const& viewer, Programme const& programme, PersonId person, Side side,
                             base::Instant now) {
    TRY_VOID(check_not_closed(programme.state));
    if (!takes_people(programme.state)) return not_inviting(programme.state);
    auto joiner = store::find_joiner(tx, viewer.organisation, person);
    if (!joiner) return base::not_found("person");
    auto const eligibility = store::load_eligibility(tx, viewer.organisation, programme.id);
    if (!is_eligible(eligibility.of(side), {joiner->level, joiner->department, joiner->site})) return not_eligible();
    TRY_VOID(check_joining_coordinator(tx, viewer, programme.id, person));

    auto const state = first_state(tx, viewer, programme, side, now);
    auto enrolment = store::find_enrolment_of(tx, viewer.organisation, programme.id, person, side);
    if (enrolment && !has_left(enrolment->state)) return already_enrolled();
    if (enrolment) {
        enrolment = rejoin(*enrolment, state, base::utc_day(now));
        store::save_enrolment_state(tx, viewer.organisation, *enrolment, now);
    } else {
        auto const capacity = side == Side::mentor ? programme.mentor_capacity : programme.mentee_capacity;
        store::insert_enrolment(tx, viewer.organisation,
                                {programme.id, person, side, state, capacity, joiner->language, now});
        person::record_needed(tx, viewer.organisation, person);
        enrolment = store::find_enrolment_of(tx, viewer.organisation, programme.id, person, side);
    }
    audit::record(tx, viewer, kEnrolmentJoined, base::any(enrolment->id),
                  audit::Facts().id("programme", programme.id).id("person", person), now);
    return *enrolment;
}

base::Result<std::int64_t> save_own_profile(db::Tx& tx, Viewer const& viewer, Enrolment const& enrolment,
                                            std::int64_t version, Profile const& profile, crypto::Keys const& keys,
                                            base::Instant now) {
    auto programme = store::find_programme(tx, viewer.organisation, enrolment.programme_id);
    if (!programme || has_left(enrolment.state)) return base::not_found("enrolment");
    TRY_VOID(check_not_closed(programme->state));
    TRY_VOID(base::check_version("enrolment", version, enrolment.version));
    TRY(checked, check_profile(profile, *programme));
    if (!store::save_profile(tx, viewer.organisation, enrolment.id, version, checked, keys))
        return base::stale("enrolment",
                           store::find_own_enrolment(tx, viewer, enrolment.id).value_or(enrolment).version);
    audit::record(tx, viewer, kEnrolmentChanged, base::any(enrolment.id), audit::Facts(), now);
    return version + 1;
}

base::Result<Enrolment> pause_enrolment(db::Tx& tx, Viewer const& viewer, EnrolmentId id, base::Instant now) {
    TRY(enrolment, load_own(tx, viewer, id));
    TRY_VOID(check_not_closed(tx, viewer.organisation, enrolment.programme_id));
    TRY(paused, pause(enrolment));
    if (paused.state == enrolment.state) return paused;
    store::save_enrolment_state(tx, viewer.organisation, paused, now);
    audit::record(tx, viewer, kEnrolmentPaused, base::any(id), audit::Facts(), now);
    return paused;
}

base::Result<Enrolment> resume_enrolment(db::Tx& tx, Viewer const& viewer, EnrolmentId id, base::Instant now) {
    TRY(enrolment, load_own(tx, viewer, id));
    TRY_VOID(check_not_closed(tx, viewer.organisation, enrolment.programme_id));
    TRY(resumed, resume(enrolment));
    if (resumed.state == enrolment.state) return resumed;
    // A pause is no way past the waiting list.
    if (store::was_waiting(tx, viewer.organisation, id)) resumed.state = EnrolmentState::waiting;
    store::save_enrolment_state(tx, viewer.organisation, resumed, now);
    audit::record(tx, viewer, kEnrolmentResumed, base::any(id), audit::Facts(), now);
    return resumed;
}

base::Result<Enrolment> withdraw_enrolment(db::Tx& tx, Viewer const& viewer, EnrolmentId id, base::Instant now) {
    TRY(enrolment, load_own(tx, viewer, id));
    auto left = withdraw(enrolment);
    store::save_enrolment_state(tx, viewer.organisation, left, now);
    audit::record(tx, viewer, kEnrolmentWithdrawn, base::any(id), audit::Facts(), now);
    return left;
}

base::Result<ExclusionList> exclude(db::Tx& tx, Viewer const& viewer, std::string const& person, base::Instant now) {
    auto const people = store::find_people_named(tx, viewer, person);
    if (people.empty()) return base::invalid("/person", "nobody_of_this_name");
    for (auto id : people) store::insert_exclusion(tx, viewer, id);
    audit::record(tx, viewer, kExclusionChanged, std::nullopt, audit::Facts(), now);
    return ExclusionList{store::list_own_exclusions(tx, viewer)};
}

base::Result<ExclusionList> exclude_person(db::Tx& tx, Viewer const& viewer, PersonId person, base::Instant now) {
    if (viewer.is(person) || !store::find_joiner(tx, viewer.organisation, person)) return base::not_found("person");
    store::insert_exclusion(tx, viewer, person);
    audit::record(tx, viewer, kExclusionChanged, std::nullopt, audit::Facts(), now);
    return ExclusionList{store::list_own_exclusions(tx, viewer)};
}

ExclusionList take_back_exclusion(db::Tx& tx, Viewer const& viewer, PersonId person, base::Instant now) {
    store::delete_exclusion(tx, viewer, person);
    audit::record(tx, viewer, kExclusionChanged, std::nullopt, audit::Facts(), now);
    return {store::list_own_exclusions(tx, viewer)};
}

std::optional<PlaceInLine> Line::of(EnrolmentId enrolment) const {
    auto found = std::ranges::find(entries, enrolment, &Entry::enrolment);
    return found == entries.end() ? std::nullopt : std::optional(found->place);
}

Line waiting_line(db::Tx& tx, Programme const& programme, OrganisationId organisation, crypto::Keys const& keys,
                  base::Instant now) {
    Line line;
    auto const rows = store::list_waiting(tx, organisation, programme.id);
    if (rows.empty()) return line;
    auto const counts = store::count_enrolments(tx, organisation, programme.id);
    auto const house_day = organisation::store::today(tx, organisation, now);
    for (auto side : {Side::mentor, Side::mentee}) {
        auto const ids = ordered(rows, programme, side, organisation, keys);
        auto const today = honest_status(facts_of(programme, counts, side, house_day));
        for (std::size_t i = 0; i < ids.size(); ++i) {
            auto const& row = *std::ranges::find(rows, ids[i], &store::WaitingRow::enrolment);
            line.entries.push_back({ids[i],
                                    {.position = static_cast<std::int32_t>(i + 1),
                                     .waiting = static_cast<std::int32_t>(ids.size()),
                                     .status = row.status.value_or(today),
                                     .said_on = row.said_on.value_or(base::utc_day(row.since)),
                                     .awaits_draw = awaits_draw(programme)}});
        }
    }
    return line;
}

base::Result<Programme> draw_places(db::Tx& tx, Viewer const& viewer, ProgrammeId id, std::int64_t fresh_seed,
                                    base::Instant now) {
    auto programme = store::find_led_programme(tx, viewer, id);
    if (!programme) return base::not_found("programme");
    TRY_VOID(check_not_closed(programme->state));
    if (programme->waiting_order != WaitingOrder::lottery) return no_draw_here();
    if (programme->lottery_seed) return *programme;
    if (!takes_people(programme->state)) return not_inviting(programme->state);
    auto const everybody = store::list_waiting(tx, viewer.organisation, id);
    if (everybody.empty()) return nobody_waits();
    programme->lottery_seed = fresh_seed;
    store::save_lottery_seed(tx, viewer.organisation, id, fresh_seed);
    std::int64_t tickets = 0;
    for (auto side : {Side::mentor, Side::mentee}) {
        std::vector<EnrolmentId> waiting;
        for (auto const& row : everybody)
            if (row.side == side) waiting.push_back(row.enrolment);
        auto const line = draw(std::move(waiting), fresh_seed);
        std::int32_t place = 0;
        for (auto ticket : line) store::save_lottery_place(tx, viewer.organisation, ticket, ++place);
        move_up(tx, access::house(viewer.organisation), *programme, side, line, true, now);
        tickets += place;
    }
    audit::record(tx, viewer, kPlacesDrawn, base::any(id),
                  audit::Facts().number("seed", fresh_seed).number("tickets", tickets), now);
    return *programme;
}

void tend_waiting_list(db::Tx& tx, Viewer const& house, Programme const& programme, crypto::Keys const& keys,
                       base::Instant now) {
    auto const today = base::utc_day(now);
    for (auto side : {Side::mentor, Side::mentee})
        move_up(tx, house, programme, side,
                ordered(store::list_waiting(tx, house.organisation, programme.id), programme, side, house.organisation,
                        keys),
                false, now);
    auto const counts = store::count_enrolments(tx, house.organisation, programme.id);
    auto const house_day = organisation::store::today(tx, house.organisation, now);
    std::int64_t told = 0;
    for (auto const& row : store::list_waiting(tx, house.organisation, programme.id)) {
        auto const status = honest_status(facts_of(programme, counts, row.side, house_day));
        if (row.status == status && !needs_renewal(row.said_on, today)) continue;
        store::save_waiting_status(tx, house.organisation, row.enrolment, status, today);
        ++told;
    }
    if (told > 0)
        audit::record(tx, house, kWaitingListTold, base::any(programme.id), audit::Facts().number("people", told), now);
}

void tend_waiting_lists(db::Tx& tx, OrganisationId organisation, crypto::Keys const& keys, base::Instant now) {
    for (auto id : store::list_programmes_with_waiting(tx, organisation))
        tend_waiting_list(tx, access::house(organisation), store::find_programme(tx, organisation, id).value(), keys,
                          now);
}

}  // namespace programme

#include "pairing/pairing.hpp"

#include "pairing/exploratory_meeting.hpp"
#include "platform/meta.hpp"

namespace pairing {

Side other(Side side) {
    return side == Side::mentor ? Side::mentee : Side::mentor;
}

std::optional<Side> Pairing::side_of(PersonId person) const {
    if (person == mentor_id) return Side::mentor;
    if (person == mentee_id) return Side::mentee;
    return std::nullopt;
}

Stage stage_of(Pairing const& pairing) {
    if (pairing.set_aside_at || (pairing.closed_on && !pairing.started_at)) return Stage::set_aside;
    if (pairing.closed_on) return Stage::finished;
    if (pairing.started_at) return pairing.paused_on ? Stage::paused : Stage::started;
    return pairing.went_on_at ? Stage::agreeing : Stage::exploring;
}

bool is_live(Pairing const& pairing) {
    auto stage = stage_of(pairing);
    return stage != Stage::finished && stage != Stage::set_aside;
}

base::Result<Pairing> open(PairingId id, ProgrammeId programme, Origin origin, PersonId mentor, Places mentor_places,
                           PersonId mentee, Places mentee_places, base::Instant now) {
    if (mentor == mentee) return same_person_twice();
    if (!mentor_places.is_free()) return no_free_place(Side::mentor);
    if (!mentee_places.is_free()) return no_free_place(Side::mentee);
    Pairing pairing;
    pairing.id = id;
    pairing.programme_id = programme;
    pairing.origin = origin;
    pairing.mentor_id = mentor;
    pairing.mentee_id = mentee;
    pairing.opened_at = now;
    pairing.answers_close_at = closing_time(now, std::nullopt);
    return pairing;
}

base::Result<Pairing> close(Pairing pairing, Ending ending, base::Day today) {
    if (!is_live(pairing)) return pairing_over();
    // While exploring, the way out is the private answer: a closure would tell at once what it keeps to itself.
    if (stage_of(pairing) == Stage::exploring) return still_exploring();
    pairing.ending = pairing.started_at ? ending : Ending::ended;
    pairing.closed_on = today;
    return pairing;
}

bool is_success(Ending ending) {
    return ending == Ending::goal_reached || ending == Ending::completed;
}

base::Result<Pairing> pause(Pairing pairing, base::Day today) {
    if (!is_live(pairing)) return pairing_over();
    if (!pairing.started_at) return not_started();
    if (pairing.paused_on) return already_paused();
    pairing.paused_on = today;
    return pairing;
}

base::Result<Pairing> resume(Pairing pairing) {
    if (!is_live(pairing)) return pairing_over();
    if (!pairing.paused_on) return not_paused();
    pairing.paused_on.reset();
    return pairing;
}

std::optional<Standing> seen_by_coordinator(Pairing const& pairing, base::Day today) {
    if (pairing.set_aside_at) return std::nullopt;
    bool shows_closing = pairing.closed_on && *pairing.closed_on < today;
    if (!pairing.started_at) {
        if (shows_closing) return std::nullopt;
        return Standing{CoordinatorState::getting_to_know, std::nullopt};
    }
    if (shows_closing) return Standing{CoordinatorState::finished, monday_of(*pairing.closed_on)};
    return Standing{pairing.paused_on ? CoordinatorState::paused : CoordinatorState::started, std::nullopt};
}

base::Day monday_of(base::Day day) {
    return day - (day.weekday() - 1);
}

base::Refusal pairing_not_found() {
    return base::not_found("pairing");
}
base::Refusal same_person_twice() {
    return base::conflict("same_person_twice", "nobody is paired with themselves");
}
base::Refusal no_free_place(Side side) {
    return base::conflict("no_free_place", "no place of the capacity is free",
                          {{"side", std::string(meta::name_of(side))}});
}
base::Refusal not_joined(Side side) {
    return base::conflict("not_joined", "this person has not joined the programme on this side",
                          {{"side", std::string(meta::name_of(side))}});
}
base::Refusal already_paired() {
    return base::conflict("already_paired", "the two are a pair here already");
}
base::Refusal were_paired() {
    return base::conflict("were_paired", "the two were a pair here, and it has come to its end");
}
base::Refusal own_pair() {
    return base::conflict("own_pair", "a second coordinator brings the pair of a coordinator who takes part");
}
base::Refusal in_one_line() {
    return base::conflict("in_one_line", "the two now stand too close in the reporting line, or it cannot be followed");
}
base::Refusal pairing_over() {
    return base::conflict("pairing_over", "the pairing is finished or did not go ahead");
}
base::Refusal still_exploring() {
    return base::conflict("still_exploring", "the answers are not open yet; the private answer is the way out");
}
base::Refusal not_started() {
    return base::conflict("not_started", "the agreement is not signed by both yet");
}
base::Refusal already_paused() {
    return base::conflict("already_paused", "the pair is paused already");
}
base::Refusal not_paused() {
    return base::conflict("not_paused", "the pair is not paused");
}

}  // namespace pairing

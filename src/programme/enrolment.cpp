#include "programme/enrolment.hpp"

#include "base/text.hpp"

namespace programme {
namespace {

constexpr std::int32_t kSentenceFrom = 3;

}  // namespace

std::int32_t urgency(NeedCheck const& check) {
    auto points = [](Need need) { return 2 - static_cast<std::int32_t>(need); };
    return points(check.decision) + points(check.noticed) + points(check.how_often);
}

base::Result<std::int32_t> check_capacity(std::int32_t capacity, std::optional<std::string> const& reason) {
    if (capacity < 1) return base::invalid("/capacity", "too_small", {{"least", "1"}});
    if (capacity > kMostCapacity)
        return base::invalid("/capacity", "too_large", {{"most", std::to_string(kMostCapacity)}});
    if (capacity >= kSentenceFrom && base::trim(reason.value_or("")).empty())
        return base::invalid("/capacity_reason", "required");
    return capacity;
}

base::Result<Enrolment> pause(Enrolment enrolment) {
    if (has_left(enrolment.state)) return not_pausing(enrolment.state);
    enrolment.state = EnrolmentState::paused;
    return enrolment;
}

base::Result<Enrolment> resume(Enrolment enrolment) {
    if (has_left(enrolment.state)) return not_pausing(enrolment.state);
    if (enrolment.state == EnrolmentState::paused) enrolment.state = EnrolmentState::joined;
    return enrolment;
}

Enrolment withdraw(Enrolment enrolment) {
    enrolment.state = EnrolmentState::withdrawn;
    return enrolment;
}

Enrolment rejoin(Enrolment enrolment, EnrolmentState state, base::Day today) {
    enrolment.state = state;
    enrolment.joined_on = today;
    return enrolment;
}

EnrolmentState state_on_joining(Places const& places) {
    bool const is_full = places.joined_capacity >= places.planned_pairs;
    return is_full || places.enrolment_is_closed || places.awaits_draw ? EnrolmentState::waiting
                                                                       : EnrolmentState::joined;
}

bool has_left(EnrolmentState state) {
    return state == EnrolmentState::withdrawn;
}

base::Refusal not_pausing(EnrolmentState state) {
    return base::conflict("enrolment_state", "the enrolment is neither running nor waiting",
                          {{"state", std::string(meta::name_of(state))}});
}

base::Refusal no_draw_here() {
    return base::conflict("no_draw_here", "places of this programme go by another order");
}

base::Refusal nobody_waits() {
    return base::conflict("nobody_waits", "a draw is for people who wait, and nobody does");
}

base::Refusal already_enrolled() {
    return base::conflict("already_enrolled", "the person takes part on this side already");
}

}  // namespace programme

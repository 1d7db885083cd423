#include "pairing/continuation.hpp"

namespace pairing {
namespace {

constexpr int kDaysAfterTheLast = 7;

}  // namespace

std::optional<Onward> agreed_onward(Onwards const& onwards) {
    if (onwards.mentor != onwards.mentee || !onwards.mentor) return std::nullopt;
    bool const needs_both = *onwards.mentor == Onward::informally || *onwards.mentor == Onward::swap;
    return needs_both ? onwards.mentor : std::nullopt;
}

base::Day completes_on(Agreement const& agreement) {
    return agreement.ends_on + kDaysAfterTheLast;
}

bool leaves_time_to_swap(std::optional<base::Day> programme_closes_on, base::Day today) {
    return !programme_closes_on || today < *programme_closes_on;
}

base::Result<bool> may_choose(Pairing const& pairing, Onward onward, bool may_swap) {
    if (!is_live(pairing)) return pairing_over();
    if (!pairing.started_at) return not_started();
    if (onward == Onward::swap && !may_swap) return cannot_swap();
    return true;
}

Wish wish_after(std::optional<Onward> onward) {
    if (!onward || *onward == Onward::new_partner) return Wish::now;
    return *onward == Onward::stop ? Wish::stop : Wish::later;
}

base::Refusal cannot_swap() {
    return base::conflict(
        "cannot_swap", "this programme goes one way, or closes first, or one of the two has joined on one side alone");
}

}  // namespace pairing

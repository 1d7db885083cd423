#include "programme/waiting_list.hpp"

#include <algorithm>
#include <limits>
#include <tuple>
#include <utility>

#include "base/random.hpp"

namespace programme {

WaitingStatus honest_status(WaitingFacts const& facts) {
    bool const is_over = facts.state == State::reviewing || facts.state == State::closed;
    if (is_over || (facts.is_enrolment_closed && !facts.has_more_rounds)) return WaitingStatus::next_programme;
    if (!facts.has_free_place) return WaitingStatus::no_place_yet;
    return facts.has_more_rounds ? WaitingStatus::next_round : WaitingStatus::nobody_fits_yet;
}

bool needs_renewal(std::optional<base::Day> said_on, base::Day today) {
    return !said_on || today - *said_on >= kStatusLastsDays;
}

std::vector<EnrolmentId> in_order(std::vector<Waiting> waiting, WaitingOrder order) {
    std::ranges::sort(waiting, {}, [order](Waiting const& one) {
        auto const first = order == WaitingOrder::by_need ? -one.urgency
                           : order == WaitingOrder::lottery
                               ? one.lottery_place.value_or(std::numeric_limits<std::int32_t>::max())
                               : 0;
        return std::tuple(first, one.since, one.enrolment);
    });
    std::vector<EnrolmentId> ids;
    for (auto const& one : waiting) ids.push_back(one.enrolment);
    return ids;
}

std::vector<EnrolmentId> draw(std::vector<EnrolmentId> waiting, std::uint64_t seed) {
    std::ranges::sort(waiting);
    auto random = base::seeded_random(seed);
    for (std::size_t left = waiting.size(); left > 1; --left)
        std::swap(waiting[left - 1], waiting[static_cast<std::size_t>(random->below(left))]);
    return waiting;
}

}  // namespace programme

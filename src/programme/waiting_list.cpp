#include "programme/waiting_list.hpp"

#include <algorithm>
#include <limits>
#include <tuple>

#include "platform/crypto/secret.hpp"

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

std::string draw_number(std::int64_t seed, EnrolmentId ticket) {
    static constexpr auto* kDigits = "0123456789abcdef";
    std::string number;
    for (auto const octet : crypto::sha256(std::to_string(seed) + ' ' + ticket.text())) {
        number += kDigits[octet >> 4U];
        number += kDigits[octet & 15U];
    }
    return number;
}

std::vector<EnrolmentId> draw(std::vector<EnrolmentId> tickets, std::int64_t seed) {
    std::ranges::sort(tickets, {}, [seed](EnrolmentId ticket) { return draw_number(seed, ticket); });
    return tickets;
}

}  // namespace programme

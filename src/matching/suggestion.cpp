#include "matching/suggestion.hpp"

#include <array>

namespace matching {

base::Result<GivenAnswer> check_answer(GivenAnswer answer, Round const& round, base::Instant now) {
    if (round.closed_at || now >= round.closes_at) return round_has_closed();
    if (answer.answer == Answer::happy_to_meet && !answer.decides_nothing_confirmed.value_or(false))
        return base::invalid("/decides_nothing_confirmed", "required");
    if (answer.answer == Answer::rather_not && answer.rank) return base::invalid("/rank", "not_with_this_answer");
    return answer;
}

std::int32_t ranking_bonus(std::optional<std::int32_t> rank) {
    static constexpr std::array kBonus{300, 150, 0};
    return rank ? kBonus.at(static_cast<std::size_t>(*rank - 1)) : 0;
}

base::Refusal suggestion_not_found() {
    return base::not_found("suggestion");
}

}  // namespace matching

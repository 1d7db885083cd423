#include "voice/loop_board.hpp"

#include <algorithm>
#include <utility>

namespace voice {

void put_in_order(std::vector<LoopItem>& items) {
    std::ranges::stable_sort(items, {}, [](LoopItem const& item) {
        bool const is_own_debt = item.is_own && item.state == LoopState::overdue;
        return std::pair(is_own_debt ? 0 : 1, item.state);
    });
}

LoopTotals totals_of(std::vector<Question> const& questions, base::Day today) {
    LoopTotals totals;
    for (auto const& question : questions) {
        auto const state = state_of(question, today);
        if (state == LoopState::open) ++totals.open;
        if (state == LoopState::overdue) ++totals.overdue;
        if (state != LoopState::closed) continue;
        ++totals.closed;
        if (*question.closed_on <= question.promised_on + kGraceDays) ++totals.closed_in_time;
    }
    return totals;
}

}  // namespace voice

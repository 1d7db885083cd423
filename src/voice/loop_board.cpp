#include "voice/loop_board.hpp"

#include <algorithm>
#include <utility>

#include "statistics/survival.hpp"

namespace voice {

void put_in_order(std::vector<LoopItem>& items) {
    std::ranges::stable_sort(items, {}, [](LoopItem const& item) {
        bool const is_own_debt = item.is_own && item.state == LoopState::overdue;
        return std::pair(is_own_debt ? 0 : 1, item.state);
    });
}

namespace {

std::optional<double> median_days(std::vector<Question> const& questions, base::Day today) {
    auto const decided = std::ranges::count_if(questions, [](auto const& one) { return one.closed_on.has_value(); });
    if (static_cast<std::size_t>(decided) < kFewestForMedian) return std::nullopt;
    std::vector<statistics::Waiting> waiting;
    for (auto const& question : questions) {
        auto const known_until = question.closed_on.value_or(today);
        waiting.push_back({static_cast<double>(known_until - question.asked_on), question.closed_on.has_value()});
    }
    auto const curve = statistics::kaplan_meier(std::move(waiting));
    return curve ? curve->median().time : std::nullopt;
}

}  // namespace

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
    totals.median_days = median_days(questions, today);
    return totals;
}

}  // namespace voice

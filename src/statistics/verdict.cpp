#include "statistics/verdict.hpp"

#include <algorithm>
#include <numeric>

#include "statistics/minimum.hpp"

namespace statistics {

Verdict verdict(std::optional<Interval> const& interval, std::int64_t answered, std::int64_t least) {
    if (answered < least) return Verdict::not_enough_answers;
    if (!interval || interval->contains(0)) return Verdict::no_clear_change;
    return interval->low > 0 ? Verdict::higher : Verdict::lower;
}

Verdict verdict(std::optional<PairedChange> const& change) {
    if (!change) return Verdict::not_enough_answers;
    return verdict(change->interval, static_cast<std::int64_t>(change->count), kLeastForChange);
}

std::optional<PairedChange> presentable(std::optional<PairedChange> change) {
    if (!change || static_cast<std::int64_t>(change->count) < kLeastForChange) return std::nullopt;
    if (static_cast<std::int64_t>(change->count) < kLeastForEffectSize) change->standardised.reset();
    return change;
}

std::vector<double> adjusted_probabilities(std::span<double const> probabilities) {
    std::vector<std::size_t> order(probabilities.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(),
              [&](std::size_t a, std::size_t b) { return probabilities[a] > probabilities[b]; });
    std::vector<double> adjusted(probabilities.size());
    auto const all = static_cast<double>(probabilities.size());
    double least = 1;
    for (std::size_t at = 0; at < order.size(); ++at) {
        least = std::min(least, probabilities[order[at]] * all / (all - static_cast<double>(at)));
        adjusted[order[at]] = least;
    }
    return adjusted;
}

}  // namespace statistics

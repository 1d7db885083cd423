#include "statistics/change.hpp"

#include <cmath>
#include <vector>

#include "statistics/mean.hpp"
#include "statistics/student.hpp"

namespace statistics {

namespace {

std::optional<StandardisedChange> standardised(std::span<double const> earlier, std::span<double const> later) {
    if (earlier.size() < 3) return std::nullopt;
    auto const spread = std::sqrt((*variance(earlier) + *variance(later)) / 2);
    if (spread <= 0) return std::nullopt;
    auto const count = static_cast<double>(earlier.size());
    auto const j = 1 - 3 / (4 * (count - 1) - 1);
    auto const d = (*mean(later) - *mean(earlier)) / spread;
    StandardisedChange made{j * d, {}};
    if (auto const r = correlation(earlier, later))
        made.variance = j * j * (1 / count + d * d / (2 * count)) * 2 * (1 - *r);
    return made;
}

}  // namespace

std::optional<PairedChange> paired_change(std::span<double const> earlier, std::span<double const> later,
                                          double confidence) {
    if (earlier.empty() || earlier.size() != later.size()) return std::nullopt;
    std::vector<double> changes;
    for (std::size_t at = 0; at < earlier.size(); ++at) changes.push_back(later[at] - earlier[at]);
    auto const estimate = *mean_estimate(changes, confidence);
    return PairedChange{estimate.count, estimate.mean, estimate.interval, estimate.probability,
                        standardised(earlier, later)};
}

std::optional<DifferenceOfChanges> difference_of_changes(std::span<double const> changes,
                                                         std::span<double const> beside, double confidence) {
    auto const one = variance(changes);
    auto const other = variance(beside);
    if (!one || !other) return std::nullopt;
    auto const count = static_cast<double>(changes.size());
    auto const other_count = static_cast<double>(beside.size());
    auto const part = *one / count;
    auto const other_part = *other / other_count;
    auto const both = part + other_part;
    if (both <= 0) return std::nullopt;
    DifferenceOfChanges made;
    made.difference = *mean(changes) - *mean(beside);
    made.error = std::sqrt(both);
    made.degrees = both * both / (part * part / (count - 1) + other_part * other_part / (other_count - 1));
    auto const test = student({made.difference, made.error, made.degrees}, confidence);
    if (!test) return std::nullopt;
    made.interval = test->interval;
    made.probability = test->probability;
    return made;
}

}  // namespace statistics

#include "statistics/mean.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "statistics/student.hpp"

namespace statistics {

std::optional<double> mean(std::span<double const> values) {
    if (values.empty()) return std::nullopt;
    auto const count = static_cast<double>(values.size());
    auto const rough = std::accumulate(values.begin(), values.end(), 0.0) / count;
    // A second pass takes away what the first lost to rounding, as R's mean does.
    auto const rest = std::accumulate(values.begin(), values.end(), 0.0,
                                      [&](double sum, double value) { return sum + (value - rough); });
    return rough + rest / count;
}

std::optional<double> variance(std::span<double const> values) {
    if (values.size() < 2) return std::nullopt;
    // Rounding must not make a spread of what has none.
    if (std::all_of(values.begin(), values.end(), [&](double value) { return value == values.front(); })) return 0.0;
    auto const middle = *mean(values);
    double squares = 0;
    for (auto const value : values) squares += (value - middle) * (value - middle);
    return squares / static_cast<double>(values.size() - 1);
}

std::optional<double> deviation(std::span<double const> values) {
    auto const of = variance(values);
    return of ? std::optional{std::sqrt(*of)} : std::nullopt;
}

std::optional<double> correlation(std::span<double const> values, std::span<double const> others) {
    auto const one = deviation(values);
    auto const other = deviation(others);
    if (values.size() != others.size() || !one || !other || *one <= 0 || *other <= 0) return std::nullopt;
    auto const middle = *mean(values);
    auto const other_middle = *mean(others);
    double products = 0;
    for (std::size_t at = 0; at < values.size(); ++at) products += (values[at] - middle) * (others[at] - other_middle);
    return products / static_cast<double>(values.size() - 1) / (*one * *other);
}

std::optional<MeanEstimate> mean_estimate(std::span<double const> values, double confidence) {
    if (values.empty()) return std::nullopt;
    MeanEstimate made{values.size(), *mean(values), deviation(values), {}, {}, {}};
    if (!made.deviation) return made;
    auto const error = *made.deviation / std::sqrt(static_cast<double>(values.size()));
    if (auto const test = student({made.mean, error, static_cast<double>(values.size() - 1)}, confidence)) {
        made.interval = test->interval;
        made.t = test->t;
        made.probability = test->probability;
    }
    return made;
}

}  // namespace statistics

#pragma once
// Means and their spread. Inputs are finite numbers in the units of the scale; whoever did not answer is left out
// before.

#include <cstddef>
#include <optional>
#include <span>

#include "statistics/interval.hpp"

namespace statistics {

// None of no values.
std::optional<double> mean(std::span<double const> values);
// Divided by n - 1. None of fewer than two values.
std::optional<double> variance(std::span<double const> values);
std::optional<double> deviation(std::span<double const> values);
// Pearson's r of as many `others` as values. None where either does not vary.
std::optional<double> correlation(std::span<double const> values, std::span<double const> others);

struct MeanEstimate {
    std::size_t count = 0;
    double mean = 0;
    std::optional<double> deviation;    // none: one value
    std::optional<Interval> interval;   // Student's t with n - 1 degrees; none: fewer than two values, or all the same
    std::optional<double> t;            // of the mean against nought; none where there is no interval
    std::optional<double> probability;  // of such a t or one further out, both ways
};

// As R's t.test, which refuses values that are all the same. None of no values.
std::optional<MeanEstimate> mean_estimate(std::span<double const> values, double confidence = kConfidence);

}  // namespace statistics

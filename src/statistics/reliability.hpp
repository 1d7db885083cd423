#pragma once
// Whether the items of a scale go together (Cronbach 1951), in a table of complete answers: a row for each person, a
// column for each item, reversed items straightened. Whoever left an item out is left out as a whole.

#include <cstddef>
#include <optional>
#include <vector>

#include "statistics/interval.hpp"

namespace statistics {

using Answers = std::vector<std::vector<double>>;

struct Alpha {
    std::size_t people = 0;
    double alpha =
        0;  // k / (k - 1) (1 - sum of the items' variances / variance of the sum), n - 1; may be below nought
    Interval interval;  // Feldt 1965: 1 - (1 - alpha) F with n - 1 and (n - 1)(k - 1) degrees
    std::vector<std::optional<double>> if_dropped;  // for each item: alpha of the others; none: there is only one other
    std::vector<std::optional<double>> with_others;  // for each item: its r with the sum of the others
};

// None of fewer than two items or people, of rows of different lengths, or where the sum does not vary.
std::optional<Alpha> cronbach_alpha(Answers const& answers, double confidence = kConfidence);

// For two items: 2 r / (1 + r) (Spearman 1910, Brown 1910). None where there is no r, or it is -1.
std::optional<double> spearman_brown(Answers const& answers);

}  // namespace statistics

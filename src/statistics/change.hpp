#pragma once
// What changed between two answers of the same people, and by how much more than in a group beside them (evidence 2.5).
// Scores in scale points, finite; only people who answered both times, in the same order.

#include <cstddef>
#include <optional>
#include <span>

#include "statistics/interval.hpp"

namespace statistics {

// J = 1 - 3 / (4 (n - 1) - 1): the usual approximation (Hedges 1981), not the exact gamma quotient.
// g_av: the change in units of the mean of both variances' root, times J (Cummings' d_av; it is smaller than d_z where
// the two answers go together). Variance for matched pairs after Borenstein and others 2009, 4.27 and 4.24: J^2 (1/n +
// d^2 / 2n) 2 (1 - r).
struct StandardisedChange {
    double g = 0;
    std::optional<double> variance;  // none: one of the two did not vary, so there is no r
};

struct PairedChange {
    std::size_t count = 0;
    double change = 0;                               // later minus earlier, mean
    std::optional<Interval> interval;                // Student's t; none: fewer than two, or all changed alike
    std::optional<double> probability;               // both ways
    std::optional<StandardisedChange> standardised;  // none: fewer than three, or nothing varies at either time
};

// None of nobody, or of lists of different lengths.
std::optional<PairedChange> paired_change(std::span<double const> earlier, std::span<double const> later,
                                          double confidence = kConfidence);

struct DifferenceOfChanges {
    double difference = 0;  // of the mean changes: the first group's minus the second's
    double error = 0;       // standard error
    double degrees = 0;     // Welch-Satterthwaite
    Interval interval;
    double probability = 0;  // both ways
};

// Difference in differences with Welch's interval (Welch 1947): each list holds the changes of one group's people. None
// of fewer than two in either, or where nothing varies.
std::optional<DifferenceOfChanges> difference_of_changes(std::span<double const> changes,
                                                         std::span<double const> beside,
                                                         double confidence = kConfidence);

}  // namespace statistics

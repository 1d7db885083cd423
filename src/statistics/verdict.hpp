#pragma once
// What may be said of an estimate, by its interval alone (evidence 2.5 and 2.8): no adjectives, and no causes.

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include <boost/describe/enum.hpp>

#include "statistics/change.hpp"

namespace statistics {

enum class Verdict {
    higher,             // the interval lies above nought
    lower,              // below it
    no_clear_change,    // it holds nought, or nothing varied
    not_enough_answers  // fewer than the least, whatever the figures
};
BOOST_DESCRIBE_ENUM(Verdict, higher, lower, no_clear_change, not_enough_answers)

Verdict verdict(std::optional<Interval> const& interval, std::int64_t answered, std::int64_t least);

// From ten people who answered both times.
Verdict verdict(std::optional<PairedChange> const& change);

// A change as it may be shown: with its interval from ten, with its standardised size from twenty, else without.
std::optional<PairedChange> presentable(std::optional<PairedChange> change);

// Benjamini and Hochberg 1995, as R's p.adjust(method = "BH"): in the order given. Probabilities between 0 and 1.
std::vector<double> adjusted_probabilities(std::span<double const> probabilities);

}  // namespace statistics

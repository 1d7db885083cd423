#pragma once
// Of so many, so many did: proportions between 0 and 1 with their intervals.

#include <cstdint>
#include <optional>

#include "statistics/interval.hpp"

namespace statistics {

struct Proportion {
    double value = 0;
    Interval interval;
};

// Wilson's score interval without continuity correction (Wilson 1927; Newcombe 1998, method 3), as R's
// prop.test(correct = FALSE). Of none and of all it ends at 0 and at 1 exactly. None of nobody, or where more did than
// were.
std::optional<Proportion> proportion(std::int64_t did, std::int64_t of, double confidence = kConfidence);

// The first proportion minus the second, with Newcombe's hybrid score interval (1998, method 10).
std::optional<Proportion> difference_of_proportions(std::int64_t did, std::int64_t of, std::int64_t others_did,
                                                    std::int64_t of_others, double confidence = kConfidence);

}  // namespace statistics

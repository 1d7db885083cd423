#pragma once
// Whether the counts behind sums could also be others: whole numbers from nought up that give the same sums. Bounds
// propagation and search, those nearest to the true counts first.

#include <cstdint>
#include <optional>
#include <vector>

#include "statistics/row_space.hpp"

namespace statistics {

// How many gave one answer, in each unknown group, and the sets of groups whose sum everybody knows.
struct CountedAnswer {
    std::vector<std::int64_t> truth;
    std::vector<Mask> sums;

    [[nodiscard]] std::int64_t in(Mask groups) const;
};

// The groups whose count follows from the sums by bounds alone.
Mask fixed_by_bounds(CountedAnswer const& answer);

// Counts with the same sums of which those of `groups` together are one more or one fewer than in truth. None: there
// are none, or none were found in a few thousand steps.
std::optional<std::vector<std::int64_t>> other_counts(CountedAnswer const& answer, Mask groups);

}  // namespace statistics

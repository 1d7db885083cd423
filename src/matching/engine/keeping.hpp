#pragma once
// A new answer that moves few people: couples of before are worth more than they are, by a bonus for both.
//
// How few can be bounded: then the smallest bonus is searched by halves with which no more couples of before are given
// up. Most pairs still come first, so a bound can be impossible to keep.

#include <optional>
#include <vector>

#include "matching/engine/assignment.hpp"

namespace matching::engine {

struct Keeping {
    std::vector<Couple> couples;             // of before; who may not meet any more is given up
    std::int32_t bonus = 100;                // 0..kMostBonus: what keeping one of them may cost
    std::optional<std::int64_t> most_moves;  // how many of them may be given up
};
inline constexpr std::int32_t kMostBonus = 1 << 19;

struct Kept {
    Snapshot snapshot;  // with the bonus in it: what the assignment answers, and what is to be certified
    Assignment assignment;
    std::int32_t bonus = 0;  // that was needed
    std::int64_t moves = 0;  // couples of before that were given up
};

// Refuses what `assign` refuses, a bonus out of its range (`bonus_out_of_range`), a couple of somebody who is not there
// (`couple_unknown`), a bound on the moves of a stable answer (`moves_without_bound`: a greater bonus need not move
// fewer there), and `too_few_moves` (params: `least`, how many it takes).
base::Result<Kept> assign_keeping(Snapshot const& snapshot, Keeping const& keeping, Progress const& progress = {});

}  // namespace matching::engine

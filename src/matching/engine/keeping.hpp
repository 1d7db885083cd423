#pragma once
// A new answer that moves few people: couples of before are worth more than they are, by a bonus for both.
//
// How few can be bounded: then the smallest bonus is searched by halves with which no more couples of before are given
// up. Most pairs still come first, so a bound can be impossible to keep; that is found by counting, not by a bonus.
//
// For *fair* no bonus need keep a bound that can be kept: whoever gains least comes first, however much the others do.
// Then couples of before are held as if they were locked: first the floor is raised as far as the bound lets it, then
// those are held that an answer above it keeps, the ones that gain least last and no more than the bound asks for.
// Which of them to hold for the fairest answer of all is an exact matching problem (Papadimitriou and Yannakakis, JACM
// 29(2), 1982), for which no sure and quick way is known: above the first floor the answer is the fairest beside those
// held.

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
    std::int64_t held = 0;   // as if they were locked, because no bonus does; 0 unless moves are bounded
};

// What can be refused before anything is looked for: `bonus_out_of_range` and `moves_without_bound`.
base::Result<bool> check_keeping(Keeping const& keeping, Objective objective);

// Refuses what `assign` refuses, a bonus out of its range (`bonus_out_of_range`), a couple of somebody who is not there
// (`couple_unknown`), a bound on the moves of a stable answer (`moves_without_bound`: a greater bonus need not move
// fewer there), and `too_few_moves` (params: `least`, how many the largest answers take; with most benefit first, how
// many the greatest bonus takes).
base::Result<Kept> assign_keeping(Snapshot const& snapshot, Keeping const& keeping, Progress const& progress = {});

}  // namespace matching::engine

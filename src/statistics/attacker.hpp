#pragma once
// The attacker in the house: whoever has every published table, all figures exact, and knows who belongs to which
// group, but not who answered what. A release is shown only after it has withstood this attack (evidence 2.6, rule 4).
//
// Every published figure is a linear equation in how many people of each group gave each answer; the unknowns are whole
// numbers from nought up. What is the same in all solutions has been found out. Exact rational elimination says what
// follows from the equations alone; a search with bounds propagation looks for a second solution. Where none is found
// in a few thousand steps the release counts as fallen: the attacker errs only towards hiding more.
//
// Rounding and bands are ignored, so a release that stands here stands rounded all the more.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace statistics {

// Positions in `Published::groups`.
using GroupSet = std::vector<std::size_t>;

struct Published {
    // People whom no table divides any further: for each group, how many gave each answer. A group that nobody could be
    // in is left out.
    std::vector<std::vector<std::int64_t>> groups;
    std::vector<GroupSet> shown;   // with all their figures
    std::vector<GroupSet> hidden;  // parts of the same tables that are not shown
    std::int64_t least = 5;        // k
};

enum class Learnt {
    nothing,
    size,         // how many answered, of a hidden part or of fewer than k people
    answer,       // how many gave one answer, of a hidden part or of fewer than k people
    same_answer,  // what everybody of a group answered, though no shown part says so in words
    too_many      // more than 24 unknown groups, or too much to look through: refused
};

struct Attack {
    Learnt learnt = Learnt::nothing;
    GroupSet groups;                    // of whom
    std::optional<std::size_t> answer;  // which
};

// The first thing found out, or nothing.
Attack attack(Published const& published);

// 95 of a hundred or more of `answers` are one and the same (evidence 2.6, rule 6). False with fewer than two answers
// to choose from.
bool are_nearly_all_the_same(std::vector<std::int64_t> const& answers);

}  // namespace statistics

#pragma once
// How many pairs each part of the line rule takes (rules 1), counted without looking at every pair: the figures of
// `ReportingTree::flaw_between` over everybody with everybody, in time that grows with the house and not with its
// square.

#include <cstdint>
#include <vector>

#include "matching/engine/line.hpp"

namespace matching::engine {

// A pair counts once, at the first part that forbids it: unknown line, above, common manager.
struct LineCounts {
    std::int64_t pairs = 0;  // of two different people
    std::int64_t unknown_line = 0;
    std::int64_t above = 0;
    std::int64_t common_manager = 0;
    std::int64_t opened = 0;  // that (i) would forbid and (iv) allows

    [[nodiscard]] std::int64_t allowed() const { return pairs - unknown_line - above - common_manager; }
};

// Everybody of one list with everybody of the other; nobody stands twice in one list.
LineCounts count_line_flaws(ReportingTree const& tree, std::vector<Index> const& mentors,
                            std::vector<Index> const& mentees);

}  // namespace matching::engine

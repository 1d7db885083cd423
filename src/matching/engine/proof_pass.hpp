#pragma once
// The one look at every candidate that a proof takes (certificate.hpp). It is most of what a check costs, so it only
// counts, and what is known of a person is kept as small as it comes: a price and a bar in four bytes wherever the
// figures allow it.

#include <cstdint>
#include <limits>
#include <vector>

#include "matching/engine/candidate_list.hpp"
#include "matching/engine/small_row.hpp"
#include "matching/engine/worth.hpp"

namespace matching::engine {

// What somebody would have to beat to be let in: nothing while a place is free, else the least valued partner they are
// free to leave; without one, nobody can.
using Bar = std::int64_t;
inline constexpr Bar kOpenBar = std::numeric_limits<Bar>::min();
inline constexpr Bar kClosedBar = std::numeric_limits<Bar>::max();

// By position in the snapshot.
struct PassFigures {
    std::vector<Bar> const& mentor_bars;
    std::vector<Bar> const& mentee_bars;
    // Both or none; where there are none, no couple counts as worth more than them.
    std::vector<Worth> const* mentor_prices = nullptr;
    std::vector<Worth> const* mentee_prices = nullptr;
    Priority priority = Priority::most_pairs;

    [[nodiscard]] bool beats_bars(Candidate const& c) const {
        return c.mentor_benefit > mentor_bars[c.mentor] && c.mentee_benefit > mentee_bars[c.mentee];
    }
    // By how much the couple is worth more than its prices; not above nothing if it is not.
    [[nodiscard]] Worth above_prices(Candidate const& c) const {
        if (mentor_prices == nullptr) return {};
        return worth_of_couple(c.benefit, priority) - (*mentor_prices)[c.mentor] - (*mentee_prices)[c.mentee];
    }
};

struct PassCount {
    std::int64_t beat_bars = 0;     // candidates whose two would both pass their bars
    std::int64_t above_prices = 0;  // candidates that are worth more than their prices
};

// `candidates` is in order. `count_row` is one of row_counts(), and counts wherever figures are small.
PassCount pass_over(CandidateList const& candidates, PassFigures const& figures,
                    CountRow count_row = row_counts().back());

}  // namespace matching::engine

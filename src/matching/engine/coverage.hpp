#pragma once
// How many pairs there can be at most, and why not more: a smallest set of people without whom no pair is left
// (König), which is at the same time a Hall set, "these mentees can only be served by these mentors".
//
// In every largest set of pairs
// - a mentor who never waits and a mentee who is sought fill all their places, and are never a pair;
// - a mentor who may wait and a mentee who is not sought are a pair wherever `forced` says so, and nowhere else.

#include <cstdint>
#include <limits>
#include <vector>

#include "matching/engine/market.hpp"

namespace matching::engine {

struct Coverage {
    std::int64_t pairs = 0;
    std::vector<bool> mentor_may_wait;   // an empty place can be moved to this mentor
    std::vector<bool> mentee_is_sought;  // by a mentor who may wait
    std::vector<std::uint32_t> forced;   // options of the market
};

// Of the options worth at least `least`. Chains of moves from every empty place until none is left (chain.hpp).
Coverage find_coverage(Market const& market, std::int64_t least = std::numeric_limits<std::int64_t>::min());

}  // namespace matching::engine

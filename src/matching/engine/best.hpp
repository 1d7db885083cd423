#pragma once
// The greatest sum of worth, exactly, with any number of places on both sides and prices that prove it
// (certificate.hpp checks them without this code).
//
// *Most pairs first* falls apart into two auctions. The largest number of pairs (coverage.hpp) says who must fill all
// places and who may be left with empty ones: mentors who never wait bid for mentees who are not sought, and mentees
// who are sought bid for mentors who may wait. Between the two halves every pair is settled by then. A price has two
// parts, what a place is worth in pairs (0 or 1, from the coverage) and in benefit (from the auction).

#include <vector>

#include "matching/engine/market.hpp"
#include "matching/engine/progress.hpp"
#include "matching/engine/worth.hpp"

namespace matching::engine {

struct BestAnswer {
    std::vector<bool> taken;           // per option of the market
    std::vector<Worth> mentor_prices;  // by number in the draw; what one more place there would be worth
    std::vector<Worth> mentee_prices;
};

base::Result<BestAnswer> find_best(Market const& market, Priority priority, Progress const& progress);

}  // namespace matching::engine

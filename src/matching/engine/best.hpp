#pragma once
// The greatest sum of worth, exactly, with any number of places on both sides: shortest augmenting paths, one place
// of one mentor at a time, with prices that prove the result (certificate.hpp checks them without this code).

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

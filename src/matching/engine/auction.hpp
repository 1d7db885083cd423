#pragma once
// The greatest sum of worth when all bidders must fill all their places and objects may stay empty: an auction comes
// close, chains of moves on its prices make it exact.
//
// 1. *Bidding* (Bertsekas 1979; prices that fall away in steps: Bertsekas and Eckstein 1988; several places: Bertsekas
//    and Castanon 1989). Who misses a place bids for the object that gains most at today's prices, as much as leaves it
//    no better than the next one, and a step more. Steps shrink from phase to phase; prices stay, places are given
//    up. Where places may stay empty, *reverse bidding* ends a phase: what nobody holds loses its price. In a last
//    phase the step is 0: what is then held is exactly right at its prices.
// 2. *Settling*: who is still without a place finds the cheapest chain of moves (shortest paths from all of them at
//    once), prices follow, and all chains that cost nothing are moved in one round.
// 3. *Clearing*: what nobody holds falls in price, and moves people up, until it costs nothing.
//
// It ends with prices that prove the result: open options are worth at most profit + price, held ones at least, and an
// empty place costs nothing.
//
// Everything is counted in whole sixty-fourths; the prices that are given back are rounded to whole numbers so that
// they still prove it (a price down, a profit up: what held by sixty-fourths holds by ones).

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "matching/engine/option_table.hpp"
#include "matching/engine/progress.hpp"

namespace matching::engine {

struct Arc {
    std::uint32_t object = 0;
    std::int32_t worth = 0;
};

struct Auction {
    std::span<std::uint32_t const> first;     // bidder i has arcs [first[i], first[i + 1])
    OptionTable const& arcs;                  // of one bidder by worth, the greatest first; each object at most once
    std::vector<std::int32_t> bidder_places;  // can all be filled at once
    std::vector<std::int32_t> object_places;  // 1 at least

    [[nodiscard]] Arc arc(std::size_t at) const {
        auto const [object, worth] = arcs[at];
        return {object, worth};
    }
};

struct Sale {
    std::vector<bool> taken;            // by arc
    std::vector<std::int64_t> profits;  // by bidder
    std::vector<std::int64_t> prices;   // by object, 0 where a place stayed empty
};

// Further than this no worth may lie from 0.
inline constexpr std::int32_t kMostWorth = 1 << 20;

// Empty: prices outgrew 32 bits, which takes a chain of thousands of extreme worths; find_best then asks the slower
// search. Refuses `cancelled`.
base::Result<std::optional<Sale>> hold_auction(Auction const& auction, Progress const& progress);

}  // namespace matching::engine

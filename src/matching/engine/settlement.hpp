#pragma once
// The second part of an auction (auction.hpp): from prices that are nearly right to prices that prove the result.

#include <vector>

#include "matching/engine/auction.hpp"
#include "matching/engine/bidding.hpp"
#include "matching/engine/chain.hpp"
#include "matching/engine/distance_queue.hpp"
#include "matching/engine/seats.hpp"

namespace matching::engine {

class Settlement {
  public:
    // All must outlive it.
    Settlement(Auction const& auction, Seats& seats, std::vector<std::int32_t>& prices);

    // False: cancelled, or prices_outgrew().
    bool run(Progress const& progress);
    [[nodiscard]] bool prices_outgrew() const { return outgrew_; }
    [[nodiscard]] std::vector<std::int32_t>& profits() { return profit_; }
    [[nodiscard]] Sale sale() const;

    // For the chains: what may be moved at no cost.
    [[nodiscard]] std::uint32_t first(std::uint32_t bidder) const;
    [[nodiscard]] std::uint32_t last(std::uint32_t bidder) const;
    [[nodiscard]] std::uint32_t object(std::uint32_t option) const;
    [[nodiscard]] bool may_take(std::uint32_t bidder, std::uint32_t option) const;
    // False: neither this option nor one behind it.
    [[nodiscard]] bool can_take_from(std::uint32_t bidder, std::uint32_t option) const;
    [[nodiscard]] bool may_leave(std::uint32_t seat) const;

  private:
    void find_profits();
    void release_what_is_not_best();
    [[nodiscard]] std::int32_t gain_of(Arc const& arc) const;
    // Finds `reach_`, beyond any number if there is no free seat.
    void search();
    void leave_bidder(std::uint32_t bidder, std::int32_t distance);
    void leave_object(std::uint32_t object, std::int32_t distance);
    void reach(std::uint32_t node, std::int32_t distance);
    void move_prices();
    void fill_along_free_chains();

    Auction const& auction_;
    Seats& seats_;
    std::vector<std::int32_t>& price_;
    std::vector<std::int32_t> profit_;  // by bidder
    std::vector<std::uint32_t> sources_;
    std::vector<std::int32_t> distance_;   // by node: bidders, then objects
    std::vector<std::uint32_t> next_arc_;  // by bidder: where its search goes on
    std::vector<std::uint32_t> reached_;
    DistanceQueue queue_;
    std::int32_t reach_ = 0;  // how far prices move: free seats at this distance can be filled
    std::int32_t last_found_ = 0;
    std::size_t found_ = 0;  // free seats
    std::size_t wanted_ = 1;
    std::int32_t least_price_ = 0;
    std::int64_t moved_ = 0;
    bool every_seat_is_wanted_ = false;
    bool outgrew_ = false;
    ChainSearch<Settlement> chains_;
};

}  // namespace matching::engine

#pragma once
// The second half of a bidding phase where places may stay empty (auction.hpp): what nobody holds any more must not
// keep a price. Such a place is offered to whoever gains most by it, for what the next one would pay; what they leave
// for it is offered in turn, and what nobody would pay for costs nothing in the end (reverse auction: Bertsekas,
// Castanon and Tsaknakis, SIAM J. Optimization 3(2) 1993). Whoever holds all their places goes on holding as many.

#include <functional>
#include <vector>

#include "matching/engine/auction.hpp"
#include "matching/engine/claims.hpp"
#include "matching/engine/seats.hpp"

namespace matching::engine {

class ReverseBidding {
  public:
    // All must outlive it. Prices of seats; of an object: the least of its seats.
    ReverseBidding(Auction const& auction, Claims& claims, Seats& seats, std::vector<std::int32_t>& prices,
                   std::vector<std::int32_t>& seat_prices);

    // Every bidder holds all its places, and nothing open gains it more than `step` (at least 1) above what it holds:
    // so it stays. False: cancelled.
    bool run(std::int32_t step, std::function<bool()> const& goes_on);

  private:
    void sell(std::uint32_t seat, std::int32_t step);
    [[nodiscard]] Claim best_claim(std::uint32_t object, std::int32_t& next_pays);
    // Gives up what gains it least; the seat.
    std::uint32_t leave_least(std::uint32_t bidder);
    void lower(std::uint32_t seat, std::uint32_t object, std::int32_t price);
    void refresh_gain(std::uint32_t bidder);
    [[nodiscard]] std::uint32_t least_held(std::uint32_t bidder) const;
    [[nodiscard]] std::int32_t gain_of(std::uint32_t arc) const;

    Auction const& auction_;
    Claims& claims_;
    Seats& seats_;
    std::vector<std::int32_t>& price_;
    std::vector<std::int32_t>& seat_price_;
    std::vector<std::uint32_t> object_of_;  // by seat
    std::vector<std::int32_t> gain_;        // by bidder: of the least it holds
    std::vector<std::uint32_t> open_;       // seats to sell
};

}  // namespace matching::engine

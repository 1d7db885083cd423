#pragma once
// The first part of an auction (auction.hpp): prices, and who holds what at them.

#include <array>
#include <functional>
#include <utility>
#include <vector>

#include "matching/engine/auction.hpp"
#include "matching/engine/claims.hpp"
#include "matching/engine/reverse_bidding.hpp"
#include "matching/engine/seats.hpp"

namespace matching::engine {

// What is bid is counted in parts of a whole.
inline constexpr std::int32_t kGrain = 64;
// Prices stay below it, so that no sum of a price and a worth leaves 32 bits.
inline constexpr std::int32_t kHighestPrice = 1 << 30;

class Bidding {
  public:
    // Both must outlive it.
    Bidding(Auction const& auction, Claims& claims);

    // From the widest step to none. False: cancelled, or prices_outgrew().
    bool run(Progress const& progress);
    [[nodiscard]] bool prices_outgrew() const { return outgrew_; }

    [[nodiscard]] Seats& seats() { return seats_; }
    [[nodiscard]] std::vector<std::int32_t>& prices() { return price_; }

  private:
    // The arcs of a bidder that gained most when it last looked; no other gains more than `rest`.
    static constexpr std::size_t kShort = 5;
    struct alignas(64) Shortlist {
        std::array<std::uint32_t, kShort> arc;
        std::array<Arc, kShort> what;
        std::int32_t rest;
    };
    struct Bid {
        std::uint32_t arc = kNobody;
        std::uint32_t object = 0;
        std::int32_t gain = 0;
        std::int32_t next_gain = 0;
    };

    bool run_phase(std::int32_t step, std::function<bool()> const& goes_on);
    bool empty_queue(std::int32_t step, std::function<bool()> const& goes_on);
    bool place_all_bids(std::uint32_t bidder, std::int32_t step);
    bool seat_bidder(std::uint32_t bidder, Bid const& bid, std::int32_t step);
    Bid best_bid(std::uint32_t bidder, std::int32_t wanted);
    Bid best_of_short_list(Shortlist const& list, std::int32_t wanted) const;
    std::int32_t gain_after(Shortlist const& list, std::int32_t wanted) const;
    void look_again(std::uint32_t bidder, Shortlist& list) const;
    std::uint32_t equal_and_free(std::uint32_t bidder, std::int32_t gain) const;
    std::uint32_t cheapest_seat(std::uint32_t object) const;
    void set_price(std::uint32_t seat, std::uint32_t object, std::int32_t price);
    void refresh_price(std::uint32_t object);
    void push_out(std::uint32_t seat);
    void remember(std::uint32_t bidder, std::uint32_t arc);
    void forget(std::uint32_t bidder, std::uint32_t arc);
    void queue(std::uint32_t bidder);
    std::uint32_t unqueue();
    [[nodiscard]] bool wants_several(std::uint32_t bidder) const {
        return !seats_.are_wanted_singly() && auction_.bidder_places[bidder] > 1;
    }
    [[nodiscard]] std::int32_t gain_of(Arc const& arc) const { return arc.worth * kGrain - price_[arc.object]; }

    Auction const& auction_;
    Seats seats_;
    std::vector<std::int32_t> price_;       // by object: of its cheapest seat
    std::vector<std::int32_t> seat_price_;  // by seat
    ReverseBidding reverse_;
    std::vector<Shortlist> short_;
    std::vector<std::uint32_t> queue_;  // a ring of those who miss a place
    std::size_t queue_head_ = 0;
    std::size_t queued_ = 0;
    std::vector<bool> is_queued_;
    std::uint64_t bids_ = 0;
    std::uint64_t bids_of_phase_ = 0;
    std::int32_t least_price_ = 0;  // when the phase began
    std::int32_t spread_ = 1;       // between the least and the greatest worth
    bool may_stay_empty_ = false;   // there are more seats than places
    bool outgrew_ = false;
};

}  // namespace matching::engine

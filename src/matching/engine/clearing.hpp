#pragma once
// The third part of an auction (auction.hpp): what nobody holds must not keep a price.
//
// The price of an object with an empty place falls until somebody would rather have it; that person's profit rises
// with it from there on, the prices of what they hold fall, and so on, until one of these prices is 0: then everybody
// on the way moves up by one, and the empty place is where nothing is paid. Shortest paths again, from the object's
// side; they stay near, because they go no farther than the price.

#include <functional>
#include <queue>
#include <utility>
#include <vector>

#include "matching/engine/auction.hpp"
#include "matching/engine/claims.hpp"
#include "matching/engine/seats.hpp"

namespace matching::engine {

class Clearing {
  public:
    // All must outlive it. Open options are worth at most profit + price, held ones at least, and so they stay.
    Clearing(Auction const& auction, Claims& claims, Seats& seats, std::vector<std::int32_t>& prices,
             std::vector<std::int32_t>& profits);

    // False: cancelled.
    bool run(Progress const& progress);

  private:
    struct Step {
        std::int32_t distance;
        std::uint32_t node;
        bool operator>(Step const& other) const {
            return distance != other.distance ? distance > other.distance : node > other.node;
        }
    };

    void clear(std::uint32_t object);
    void leave_object(std::uint32_t object, std::int32_t distance);
    void leave_bidder(std::uint32_t bidder, std::int32_t distance);
    void reach(std::uint32_t node, std::int32_t distance, std::uint32_t arc);
    void move_prices();
    void move_up(std::uint32_t source);
    [[nodiscard]] std::uint32_t seat_of(std::uint32_t object, std::uint32_t arc) const;
    [[nodiscard]] std::int32_t gain_of(std::uint32_t arc) const;

    Auction const& auction_;
    Claims& claims_;
    Seats& seats_;
    std::vector<std::int32_t>& price_;
    std::vector<std::int32_t>& profit_;
    std::vector<std::int32_t> distance_;  // by node: bidders, then objects
    std::vector<std::uint32_t> via_;      // by node: the arc it was reached by
    std::vector<std::uint32_t> reached_;
    std::priority_queue<Step, std::vector<Step>, std::greater<>> queue_;
    std::vector<Claim> moves_;
    std::uint32_t goal_ = kNobody;
    std::int32_t goal_distance_ = 0;
};

}  // namespace matching::engine

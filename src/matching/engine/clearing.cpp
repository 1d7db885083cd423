#include "matching/engine/clearing.hpp"

#include <limits>

#include "matching/engine/bidding.hpp"

namespace matching::engine {

namespace {

constexpr std::int32_t kUnreached = std::numeric_limits<std::int32_t>::max();

}  // namespace

Clearing::Clearing(Auction const& auction, Claims& claims, Seats& seats, std::vector<std::int32_t>& prices,
                   std::vector<std::int32_t>& profits)
    : auction_(auction),
      claims_(claims),
      seats_(seats),
      price_(prices),
      profit_(profits),
      distance_(std::size_t{seats.bidders()} + seats.objects(), kUnreached),
      via_(distance_.size(), kNobody) {}

bool Clearing::run(Progress const& progress) {
    for (std::uint32_t object = 0; object < seats_.objects(); ++object) {
        if (price_[object] == 0 || seats_.free_seat(object) == kNobody) continue;
        if (progress && !progress(object, seats_.objects())) return false;
        clear(object);
    }
    return true;
}

void Clearing::clear(std::uint32_t object) {
    goal_distance_ = kUnreached;
    reach(seats_.bidders() + object, 0, kNobody);
    while (!queue_.empty() && queue_.top().distance < goal_distance_) {
        auto const [distance, node] = queue_.top();
        queue_.pop();
        if (distance != distance_[node]) continue;
        if (node < seats_.bidders())
            leave_bidder(node, distance);
        else
            leave_object(node - seats_.bidders(), distance);
    }
    move_prices();
    move_up(object);
    for (auto const node : reached_) distance_[node] = kUnreached;
    reached_.clear();
    queue_ = {};
}

void Clearing::leave_object(std::uint32_t object, std::int32_t distance) {
    if (distance + price_[object] < goal_distance_) {
        goal_ = object;
        goal_distance_ = distance + price_[object];
    }
    for (auto const& [bidder, arc] : claims_.of(object)) {
        auto const to = distance + profit_[bidder] - gain_of(arc);
        if (to < goal_distance_ && to < distance_[bidder] && !seats_.holds(bidder, arc)) reach(bidder, to, arc);
    }
}

void Clearing::leave_bidder(std::uint32_t bidder, std::int32_t distance) {
    for (auto const arc : seats_.held_by(bidder))
        reach(seats_.bidders() + auction_.arc(arc).object, distance + gain_of(arc) - profit_[bidder], arc);
}

void Clearing::reach(std::uint32_t node, std::int32_t distance, std::uint32_t arc) {
    if (distance >= distance_[node] || distance >= goal_distance_) return;
    if (distance_[node] == kUnreached) reached_.push_back(node);
    distance_[node] = distance;
    via_[node] = arc;
    queue_.push({distance, node});
}

void Clearing::move_prices() {
    for (auto const node : reached_) {
        if (distance_[node] >= goal_distance_) continue;
        auto const nearer_by = goal_distance_ - distance_[node];
        if (node < seats_.bidders())
            profit_[node] += nearer_by;
        else
            price_[node - seats_.bidders()] -= nearer_by;
    }
}

// From the goal back: who held it takes what led to them.
void Clearing::move_up(std::uint32_t source) {
    for (auto object = goal_; object != source;) {
        auto const held = via_[seats_.bidders() + object];
        auto const seat = seat_of(object, held);
        auto const bidder = seats_.at(seat).bidder;
        auto const taken = via_[bidder];
        seats_.leave(seat);
        object = auction_.arc(taken).object;
        // The seat that is left is taken by the next one on the way, which moves after this one.
        moves_.push_back({bidder, taken});
    }
    for (auto const& [bidder, arc] : moves_) seats_.take(seats_.free_seat(auction_.arc(arc).object), bidder, arc);
    moves_.clear();
}

std::uint32_t Clearing::seat_of(std::uint32_t object, std::uint32_t arc) const {
    auto seat = seats_.first(object);
    while (seats_.at(seat).option != arc) ++seat;
    return seat;
}

std::int32_t Clearing::gain_of(std::uint32_t arc) const {
    return auction_.arc(arc).worth * kGrain - price_[auction_.arc(arc).object];
}

}  // namespace matching::engine

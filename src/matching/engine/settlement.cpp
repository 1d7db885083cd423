#include "matching/engine/settlement.hpp"

#include <algorithm>
#include <limits>
#include <numeric>

#include "matching/engine/greatest_gains.hpp"

namespace matching::engine {

namespace {

constexpr std::int32_t kOutOfReach = std::numeric_limits<std::int32_t>::max();

// A profit up, a price down.
std::int64_t whole_above(std::int32_t parts) {
    return parts >= 0 ? (std::int64_t{parts} + kGrain - 1) / kGrain : -(std::int64_t{-parts} / kGrain);
}

}  // namespace

Settlement::Settlement(Auction const& auction, Seats& seats, std::vector<std::int32_t>& prices)
    : auction_(auction),
      seats_(seats),
      price_(prices),
      profit_(seats.bidders(), 0),
      distance_(std::size_t{seats.bidders()} + seats.objects(), kOutOfReach),
      next_arc_(seats.bidders(), 0),
      least_price_(prices.empty() ? 0 : *std::min_element(prices.begin(), prices.end())),
      every_seat_is_wanted_(std::accumulate(auction.bidder_places.begin(), auction.bidder_places.end(),
                                            std::int64_t{0}) == std::int64_t{seats.size()}),
      chains_(seats, *this) {}

std::uint32_t Settlement::first(std::uint32_t bidder) const {
    return auction_.first[bidder];
}
std::uint32_t Settlement::last(std::uint32_t bidder) const {
    return auction_.first[bidder + 1];
}
std::uint32_t Settlement::object(std::uint32_t option) const {
    return auction_.arc(option).object;
}
bool Settlement::can_take_from(std::uint32_t bidder, std::uint32_t option) const {
    return auction_.arc(option).worth * kGrain - least_price_ >= profit_[bidder];
}
bool Settlement::may_take(std::uint32_t bidder, std::uint32_t option) const {
    return gain_of(auction_.arc(option)) == profit_[bidder] && !seats_.holds(bidder, option);
}
bool Settlement::may_leave(std::uint32_t seat) const {
    auto const& held = seats_.at(seat);
    return gain_of(auction_.arc(held.option)) == profit_[held.bidder];
}

std::int32_t Settlement::gain_of(Arc const& arc) const {
    return arc.worth * kGrain - price_[arc.object];
}

bool Settlement::run(Progress const& progress) {
    find_profits();
    release_what_is_not_best();
    for (std::uint32_t bidder = 0; bidder < seats_.bidders(); ++bidder)
        if (seats_.missing(bidder) > 0) sources_.push_back(bidder);
    auto const most = sources_.size();
    while (!sources_.empty()) {
        if (progress && !progress(most - sources_.size(), most)) return false;
        search();
        moved_ += reach_;
        if (reach_ == kOutOfReach || moved_ > kHighestPrice / 2) {
            outgrew_ = true;
            return false;
        }
        move_prices();
        fill_along_free_chains();
    }
    return true;
}

// The best that is open to each: what a place that nobody has yet could bring at most.
void Settlement::find_profits() {
    std::fill(profit_.begin(), profit_.end(), kNoGain);
    std::vector<std::int32_t> least_held(profit_.size(), kOutOfReach);
    for (std::uint32_t bidder = 0; bidder < seats_.bidders(); ++bidder)
        for (auto arc = auction_.first[bidder]; arc < auction_.first[bidder + 1]; ++arc) {
            auto const gain = gain_of(auction_.arc(arc));
            if (seats_.holds(bidder, arc)) {
                least_held[bidder] = std::min(least_held[bidder], gain);
                continue;
            }
            profit_[bidder] = std::max(profit_[bidder], gain);
            if (auction_.arc(arc).worth * kGrain - least_price_ <= profit_[bidder]) break;
        }
    for (std::size_t bidder = 0; bidder < profit_.size(); ++bidder)
        if (profit_[bidder] == kNoGain) profit_[bidder] = least_held[bidder] == kOutOfReach ? 0 : least_held[bidder];
}

void Settlement::release_what_is_not_best() {
    for (std::uint32_t seat = 0; seat < seats_.size(); ++seat) {
        auto const& held = seats_.at(seat);
        if (held.bidder != kNobody && gain_of(auction_.arc(held.option)) < profit_[held.bidder]) seats_.leave(seat);
    }
}

// Dijkstra from everybody who misses a place, in whole steps, up to the nearest free seat; where no seat may stay
// empty, and so any price proves, up to as many of them as people miss one, so that a round fills more than one
// distance.
void Settlement::search() {
    reach_ = kOutOfReach;
    last_found_ = kOutOfReach;
    found_ = 0;
    wanted_ = every_seat_is_wanted_ ? sources_.size() : 1;
    for (auto const bidder : sources_) reach(bidder, 0);
    while (!queue_.empty() && queue_.nearest() < reach_) {
        auto const [distance, node] = queue_.take();
        if (node < seats_.bidders() && distance_[node] <= distance)
            leave_bidder(node, distance);
        else if (node >= seats_.bidders() && distance_[node] == distance)
            leave_object(node - seats_.bidders(), distance);
    }
    queue_.clear();
    reach_ = std::min(reach_, last_found_);
}

void Settlement::leave_bidder(std::uint32_t bidder, std::int32_t distance) {
    auto const objects_from = seats_.bidders();
    // Arcs stand by worth, so those that cannot lead anywhere yet wait until the search has come as far.
    auto const base = distance_[bidder] + profit_[bidder];
    for (auto& arc = next_arc_[bidder]; arc < auction_.first[bidder + 1]; ++arc) {
        auto const& what = auction_.arc(arc);
        auto const at_least = base - what.worth * kGrain + least_price_;
        if (at_least > distance) return at_least < reach_ ? queue_.add(at_least, bidder) : void();
        auto const to = base - gain_of(what);
        if (to < reach_ && to < distance_[objects_from + what.object] && !seats_.holds(bidder, arc))
            reach(objects_from + what.object, to);
    }
}

void Settlement::leave_object(std::uint32_t object, std::int32_t distance) {
    for (auto seat = seats_.first(object); seat < seats_.last(object); ++seat) {
        if (seats_.is_free(seat)) {
            last_found_ = distance;
            if (++found_ == wanted_) reach_ = distance;
            continue;
        }
        auto const& held = seats_.at(seat);
        reach(held.bidder, distance + gain_of(auction_.arc(held.option)) - profit_[held.bidder]);
    }
}

void Settlement::reach(std::uint32_t node, std::int32_t distance) {
    if (distance >= reach_ || distance >= distance_[node]) return;
    if (distance_[node] == kOutOfReach) reached_.push_back(node);
    distance_[node] = distance;
    if (node < seats_.bidders()) next_arc_[node] = auction_.first[node];
    queue_.add(distance, node);
}

void Settlement::move_prices() {
    for (auto const node : reached_) {
        auto const nearer_by = reach_ - distance_[node];
        distance_[node] = kOutOfReach;
        if (nearer_by <= 0) continue;
        if (node < seats_.bidders())
            profit_[node] -= nearer_by;
        else
            price_[node - seats_.bidders()] += nearer_by;
    }
    reached_.clear();
}

void Settlement::fill_along_free_chains() {
    chains_.start_round();
    for (auto const bidder : sources_)
        while (seats_.missing(bidder) > 0 && chains_.fill(bidder)) {
        }
    std::erase_if(sources_, [&](std::uint32_t bidder) { return seats_.missing(bidder) == 0; });
}

Sale Settlement::sale() const {
    Sale sale;
    sale.taken.resize(auction_.arcs.size());
    for (std::uint32_t seat = 0; seat < seats_.size(); ++seat)
        if (!seats_.is_free(seat)) sale.taken[seats_.at(seat).option] = true;
    for (auto const profit : profit_) sale.profits.push_back(whole_above(profit));
    for (auto const price : price_) sale.prices.push_back(-whole_above(-price));
    return sale;
}

}  // namespace matching::engine

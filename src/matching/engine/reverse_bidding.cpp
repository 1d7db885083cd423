#include "matching/engine/reverse_bidding.hpp"

#include <algorithm>

#include "matching/engine/bidding.hpp"

namespace matching::engine {

namespace {

constexpr std::size_t kSalesBetweenReports = 1 << 14;

}  // namespace

ReverseBidding::ReverseBidding(Auction const& auction, Claims& claims, Seats& seats, std::vector<std::int32_t>& prices,
                               std::vector<std::int32_t>& seat_prices)
    : auction_(auction),
      claims_(claims),
      seats_(seats),
      price_(prices),
      seat_price_(seat_prices),
      object_of_(seats.size()),
      gain_(seats.bidders()) {
    for (std::uint32_t object = 0; object < seats.objects(); ++object)
        for (auto seat = seats.first(object); seat < seats.last(object); ++seat) object_of_[seat] = object;
}

bool ReverseBidding::run(std::int32_t step, std::function<bool()> const& goes_on) {
    for (std::uint32_t bidder = 0; bidder < seats_.bidders(); ++bidder) refresh_gain(bidder);
    open_.clear();
    for (std::uint32_t seat = 0; seat < seats_.size(); ++seat)
        if (seats_.is_free(seat) && seat_price_[seat] > 0) open_.push_back(seat);
    for (std::size_t next = 0; next < open_.size(); ++next) {  // grows while it is read
        if (next % kSalesBetweenReports == 0 && !goes_on()) return false;
        sell(open_[next], step);
    }
    return true;
}

void ReverseBidding::sell(std::uint32_t seat, std::int32_t step) {
    auto const object = object_of_[seat];
    std::int32_t next_pays = 0;
    auto const best = best_claim(object, next_pays);
    lower(seat, object, std::max(0, next_pays - step));
    if (best.bidder == kNobody) return;
    auto const left = leave_least(best.bidder);
    seats_.take(seat, best.bidder, best.arc);
    refresh_gain(best.bidder);
    if (seat_price_[left] > 0) open_.push_back(left);
}

// Who would pay most for it, if anything, instead of what they hold.
Claim ReverseBidding::best_claim(std::uint32_t object, std::int32_t& next_pays) {
    Claim best{kNobody, kNobody};
    std::int32_t most = 0;
    for (auto const& claim : claims_.of(object)) {
        auto const pays = auction_.arc(claim.arc).worth * kGrain - gain_[claim.bidder];
        if (pays <= next_pays || seats_.holds(claim.bidder, claim.arc)) continue;
        next_pays = std::min(pays, most);
        if (pays <= most) continue;
        most = pays;
        best = claim;
    }
    return best;
}

std::uint32_t ReverseBidding::leave_least(std::uint32_t bidder) {
    auto const arc = least_held(bidder);
    auto seat = seats_.first(auction_.arc(arc).object);
    while (seats_.at(seat).option != arc) ++seat;
    seats_.leave(seat);
    return seat;
}

void ReverseBidding::lower(std::uint32_t seat, std::uint32_t object, std::int32_t price) {
    seat_price_[seat] = price;
    if (price >= price_[object]) return;
    price_[object] = price;
    for (auto other = seats_.first(object); other < seats_.last(object); ++other)
        if (!seats_.is_free(other)) refresh_gain(seats_.at(other).bidder);
}

// Who has no places takes none, so nothing gains them anything.
void ReverseBidding::refresh_gain(std::uint32_t bidder) {
    gain_[bidder] = auction_.bidder_places[bidder] == 0 ? kHighestPrice : gain_of(least_held(bidder));
}

std::uint32_t ReverseBidding::least_held(std::uint32_t bidder) const {
    auto const held = seats_.held_by(bidder);
    if (held.size() == 1) return held.front();
    return *std::min_element(held.begin(), held.end(),
                             [&](std::uint32_t a, std::uint32_t b) { return gain_of(a) < gain_of(b); });
}

std::int32_t ReverseBidding::gain_of(std::uint32_t arc) const {
    auto const& [object, worth] = auction_.arc(arc);
    return worth * kGrain - price_[object];
}

}  // namespace matching::engine

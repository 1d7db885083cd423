#include "matching/engine/bidding.hpp"

#include <algorithm>
#include <limits>
#include <numeric>
#include <utility>

#include "matching/engine/greatest_gains.hpp"

namespace matching::engine {

namespace {

constexpr std::int32_t kLookAgain = std::numeric_limits<std::int32_t>::max();
constexpr std::int32_t kStepsApart = 5;    // a phase's step to the next
constexpr std::int32_t kFirstStepIn = 64;  // of the spread
// Where places may stay empty all prices fall by so many steps before a phase: the fewer are left for reverse bidding.
constexpr std::int32_t kStepsBack = 20;
// While steps are wider than a whole, one in so many bidders may be left for the next phase: what the last few bid up
// against each other is bid for again anyway, and cheaper with the prices that everybody else has found.
constexpr std::uint32_t kLeftForNextIn = 500;
constexpr std::uint64_t kBidsBetweenReports = 1 << 14;
// In the phase without a step nobody has to win: so many bids a bidder, then settling does the rest.
constexpr std::uint64_t kFreeBids = 8;

std::int32_t spread_of(Auction const& auction) {
    std::int32_t least = 0;
    std::int32_t most = 0;
    for (std::size_t i = 0; i + 1 < auction.first.size(); ++i) {
        if (auction.first[i] == auction.first[i + 1]) continue;
        most = std::max(most, auction.arc(auction.first[i]).worth);
        least = std::min(least, auction.arc(auction.first[i + 1] - 1).worth);
    }
    return std::max(1, most - least);
}

// Of the phases, one after the other.
std::vector<std::int32_t> steps_for(std::int32_t spread) {
    std::vector<std::int32_t> steps;
    for (auto step = spread / kFirstStepIn * kGrain; step > 1; step /= kStepsApart) steps.push_back(step);
    steps.push_back(1);
    steps.push_back(0);
    return steps;
}

// An object begins at what it is worth to a bidder on the average, so that what many want has not to be bid up step by
// step. The least wanted ones begin at nothing: bids end where nothing can be cheaper.
std::vector<std::int32_t> usual_prices(Auction const& auction) {
    std::vector<std::int64_t> worth(auction.object_places.size(), 0);
    std::vector<std::uint32_t> bidders(worth.size(), 0);
    auction.arcs.with_words([&](auto words) {
        for (std::size_t arc = 0; arc < words.all.size(); ++arc) {
            auto const [object, of_it] = words[arc];
            worth[object] += of_it;
            ++bidders[object];
        }
    });
    std::vector<std::int32_t> prices;
    prices.reserve(worth.size());
    for (std::size_t i = 0; i < worth.size(); ++i)
        prices.push_back(bidders[i] == 0 ? 0 : static_cast<std::int32_t>(worth[i] * kGrain / bidders[i]));
    if (prices.empty()) return prices;
    auto const average = std::accumulate(prices.begin(), prices.end(), std::int64_t{0}) / std::ssize(prices);
    auto const nothing = static_cast<std::int32_t>((average + *std::min_element(prices.begin(), prices.end())) / 2);
    for (auto& price : prices) price = std::max(0, price - nothing);
    return prices;
}

std::int64_t sum_of_places(std::vector<std::int32_t> const& places) {
    return std::accumulate(places.begin(), places.end(), std::int64_t{0});
}

}  // namespace

Bidding::Bidding(Auction const& auction, Claims& claims)
    : auction_(auction),
      seats_(auction.bidder_places, auction.object_places),
      price_(seats_.objects(), 0),
      seat_price_(seats_.size(), 0),
      reverse_(auction, claims, seats_, price_, seat_price_),
      short_(seats_.bidders()),
      queue_(seats_.bidders()),
      is_queued_(seats_.bidders(), false),
      spread_(spread_of(auction)),
      may_stay_empty_(sum_of_places(auction.object_places) > sum_of_places(auction.bidder_places)) {}

bool Bidding::run(Progress const& progress) {
    if (!may_stay_empty_) price_ = usual_prices(auction_);
    auto const steps = steps_for(spread_);
    for (std::size_t phase = 0; phase < steps.size(); ++phase) {
        auto const goes_on = [&] { return !progress || progress(phase, steps.size()); };
        if (!run_phase(steps[phase], goes_on)) return false;
    }
    return true;
}

bool Bidding::run_phase(std::int32_t step, std::function<bool()> const& goes_on) {
    seats_.leave_all();
    if (may_stay_empty_)
        for (auto& price : price_) price = std::max(0, price - kStepsBack * std::max(1, step));
    for (std::uint32_t object = 0; object < seats_.objects(); ++object)
        for (auto seat = seats_.first(object); seat < seats_.last(object); ++seat) seat_price_[seat] = price_[object];
    for (std::uint32_t bidder = 0; bidder < seats_.bidders(); ++bidder) {
        if (seats_.missing(bidder) != 1 || bids_ == 0 || may_stay_empty_) short_[bidder].rest = kLookAgain;
        if (seats_.missing(bidder) > 0) queue(bidder);
    }
    bids_of_phase_ = 0;
    least_price_ = price_.empty() ? 0 : *std::min_element(price_.begin(), price_.end());
    if (!empty_queue(step, goes_on)) return false;
    if (!may_stay_empty_ || step == 0) return true;
    if (seats_.are_single()) seat_price_ = price_;
    return reverse_.run(step, goes_on);
}

bool Bidding::empty_queue(std::int32_t step, std::function<bool()> const& goes_on) {
    auto const left_for_next = step > kGrain && !may_stay_empty_ ? seats_.bidders() / kLeftForNextIn : 0;
    while (queued_ > left_for_next) {
        if (bids_ % kBidsBetweenReports == 0 && !goes_on()) return false;
        auto const bidder = unqueue();
        if (step == 0 && bids_of_phase_ > kFreeBids * seats_.bidders()) continue;
        if (!place_all_bids(bidder, step)) return false;
    }
    return true;
}

bool Bidding::place_all_bids(std::uint32_t bidder, std::int32_t step) {
    while (seats_.missing(bidder) > 0) {
        ++bids_;
        ++bids_of_phase_;
        auto bid = best_bid(bidder, step == 0 ? 1 : seats_.missing(bidder));
        if (step == 0 && bid.gain == bid.next_gain && seats_.free_seat(bid.object) == kNobody) {
            bid.arc = equal_and_free(bidder, bid.gain);
            if (bid.arc == kNobody) return true;
            bid.object = auction_.arc(bid.arc).object;
        }
        if (!seat_bidder(bidder, bid, step)) return false;
    }
    return true;
}

bool Bidding::seat_bidder(std::uint32_t bidder, Bid const& bid, std::int32_t step) {
    auto const object = bid.object;
    auto const seat = cheapest_seat(object);
    auto const rise = bid.next_gain == kNoGain ? std::int64_t{spread_} * kGrain
                                               : std::int64_t{bid.gain} - std::int64_t{bid.next_gain};
    auto const price = price_[object] + rise + step;
    if (price > kHighestPrice) {
        outgrew_ = true;
        return false;
    }
    if (!seats_.is_free(seat)) push_out(seat);
    seats_.take(seat, bidder, bid.arc);
    set_price(seat, object, static_cast<std::int32_t>(price));
    if (wants_several(bidder)) forget(bidder, bid.arc);
    return true;
}

Bidding::Bid Bidding::best_bid(std::uint32_t bidder, std::int32_t wanted) {
    auto& list = short_[bidder];
    if (list.rest != kLookAgain) {
        auto const bid = best_of_short_list(list, wanted);
        if (bid.next_gain >= list.rest) return bid;
    }
    look_again(bidder, list);
    return best_of_short_list(list, wanted);
}

// Without branches: which of them gains most cannot be foreseen.
Bidding::Bid Bidding::best_of_short_list(Shortlist const& list, std::int32_t wanted) const {
    GainAtPlace best;
    GainAtPlace next;
    for (std::uint32_t k = 0; k < kShort; ++k) {
        auto const one = list.arc[k] == kNobody ? GainAtPlace() : GainAtPlace(gain_of(list.what[k]), k);
        next = std::max(next, std::min(best, one));
        best = std::max(best, one);
    }
    if (best.is_none()) return {kNobody, 0, kNoGain, kNoGain};
    auto const next_gain = wanted > 1 ? gain_after(list, wanted) : next.gain();
    return {list.arc[best.place()], list.what[best.place()].object, best.gain(), next_gain};
}

// Who wants several takes the best ones together, and gains on each no less than on the first it goes without.
std::int32_t Bidding::gain_after(Shortlist const& list, std::int32_t wanted) const {
    std::array<std::int32_t, kShort + 1> gains{};  // the greatest first
    gains.fill(kNoGain);
    std::size_t count = 0;
    for (std::size_t k = 0; k < kShort; ++k) {
        if (list.arc[k] == kNobody) continue;
        auto const gain = gain_of(list.what[k]);
        auto at = count++;
        for (; at > 0 && gains[at - 1] < gain; --at) gains[at] = gains[at - 1];
        gains[at] = gain;
    }
    return count < 2 ? kNoGain : gains[std::min(count - 1, static_cast<std::size_t>(wanted))];
}

void Bidding::look_again(std::uint32_t bidder, Shortlist& list) const {
    auto const first = auction_.first[bidder];
    auto const size = auction_.first[bidder + 1] - first;
    auto const has_several = wants_several(bidder);
    GreatestGains<kShort> best;
    auction_.arcs.with_words([&](auto words) {
        for (std::uint32_t k = 0; k < size; ++k) {
            auto const worth = words.benefit(first + k) * kGrain;
            if (auto const at_most = worth - least_price_; at_most <= best.least()) return best.leave_out(at_most);
            auto const gain = worth - price_[words.mentee(first + k)];
            if (gain <= best.least())
                best.leave_out(gain);
            else if (!has_several || !seats_.holds(bidder, first + k))
                best.add(gain, k);
        }
    });
    list.rest = best.rest();
    for (std::size_t k = 0; k < kShort; ++k) {
        list.arc[k] = best[k].is_none() ? kNobody : first + best[k].place();
        if (!best[k].is_none()) list.what[k] = auction_.arc(list.arc[k]);
    }
}

std::uint32_t Bidding::equal_and_free(std::uint32_t bidder, std::int32_t gain) const {
    for (auto arc = auction_.first[bidder]; arc < auction_.first[bidder + 1]; ++arc) {
        auto const& what = auction_.arc(arc);
        if (gain_of(what) == gain && !seats_.holds(bidder, arc) && seats_.free_seat(what.object) != kNobody) return arc;
    }
    return kNobody;
}

std::uint32_t Bidding::cheapest_seat(std::uint32_t object) const {
    auto best = seats_.first(object);
    for (auto seat = best + 1; seat < seats_.last(object); ++seat)
        if (std::pair(seat_price_[seat], !seats_.is_free(seat)) < std::pair(seat_price_[best], !seats_.is_free(best)))
            best = seat;
    return best;
}

void Bidding::set_price(std::uint32_t seat, std::uint32_t object, std::int32_t price) {
    if (seats_.are_single()) {
        price_[object] = price;
        return;
    }
    seat_price_[seat] = price;
    refresh_price(object);
}

void Bidding::refresh_price(std::uint32_t object) {
    if (seats_.first(object) == seats_.last(object)) return;
    auto const prices = seat_price_.begin();
    price_[object] = *std::min_element(prices + seats_.first(object), prices + seats_.last(object));
}

void Bidding::push_out(std::uint32_t seat) {
    auto const left = seats_.leave(seat);
    queue(left.bidder);
    if (wants_several(left.bidder)) remember(left.bidder, left.option);
}

// It may bid for it again: in the place of the worst on the list.
void Bidding::remember(std::uint32_t bidder, std::uint32_t arc) {
    auto& list = short_[bidder];
    if (list.rest == kLookAgain) return;
    std::size_t worst = 0;
    auto worst_gain = kLookAgain;
    for (std::size_t k = 0; k < kShort && worst_gain != kNoGain; ++k) {
        auto const gain = list.arc[k] == kNobody ? kNoGain : gain_of(list.what[k]);
        if (gain >= worst_gain) continue;
        worst_gain = gain;
        worst = k;
    }
    auto const gain = gain_of(auction_.arc(arc));
    list.rest = std::max(list.rest, std::min(gain, worst_gain));
    if (gain <= worst_gain) return;
    list.arc[worst] = arc;
    list.what[worst] = auction_.arc(arc);
}

void Bidding::forget(std::uint32_t bidder, std::uint32_t arc) {
    auto& list = short_[bidder].arc;
    std::replace(list.begin(), list.end(), arc, kNobody);
}

void Bidding::queue(std::uint32_t bidder) {
    if (is_queued_[bidder]) return;
    is_queued_[bidder] = true;
    auto at = queue_head_ + queued_;
    if (at >= queue_.size()) at -= queue_.size();
    queue_[at] = bidder;
    ++queued_;
}

std::uint32_t Bidding::unqueue() {
    static constexpr std::size_t kAhead = 8;
    auto const bidder = queue_[queue_head_];
    is_queued_[bidder] = false;
    queue_head_ = queue_head_ + 1 == queue_.size() ? 0 : queue_head_ + 1;
    --queued_;
    // Bidders come in no order of memory: what the next ones need is fetched while this one bids.
    if (auto at = queue_head_ + kAhead; queued_ > kAhead) {
        if (at >= queue_.size()) at -= queue_.size();
        __builtin_prefetch(&short_[queue_[at]]);
    }
    return bidder;
}

}  // namespace matching::engine

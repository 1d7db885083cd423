#include "matching/engine/best.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <span>

#include "matching/engine/auction.hpp"
#include "matching/engine/coverage.hpp"
#include "matching/engine/seats.hpp"
#include "matching/engine/shortest_paths.hpp"

namespace matching::engine {

namespace {

// One half of a market as an auction, and who is who in it: numbers in the draw by position, and the other way round
// (kNobody for those who take no part). Objects without places are left out; what they would be worth is asked last.
struct Half {
    std::vector<Index> bidders;
    std::vector<Index> objects;
    std::vector<Index> object_of;
    Auction auction;
};

std::vector<Index> positions_of(std::vector<Index> const& objects, std::size_t everybody) {
    std::vector<Index> object_of(everybody, kNobody);
    for (Index i = 0; i < objects.size(); ++i) object_of[objects[i]] = i;
    return object_of;
}

std::vector<Index> people_where(std::vector<bool> const& flags, bool wanted) {
    std::vector<Index> chosen;
    for (Index i = 0; i < flags.size(); ++i)
        if (flags[i] == wanted) chosen.push_back(i);
    return chosen;
}

// Short lists are ordered by counting for each arc how many go before it: no branches, eight at a time.
constexpr std::size_t kCounted = 64;

void order_by_counting(std::span<Arc> arcs) {
    std::array<std::int32_t, kCounted> keys{};
    keys.fill(std::numeric_limits<std::int32_t>::min());
    std::array<Arc, kCounted> before{};
    for (std::size_t k = 0; k < arcs.size(); ++k) {
        before[k] = arcs[k];
        keys[k] = arcs[k].worth * static_cast<std::int32_t>(kCounted) - static_cast<std::int32_t>(k);
    }
    for (std::size_t k = 0; k < arcs.size(); ++k) {
        std::int32_t place = 0;
        for (auto const other : keys) place += static_cast<std::int32_t>(other > keys[k]);
        arcs[static_cast<std::size_t>(place)] = before[k];
    }
}

// By worth, the greatest first; they come by object.
void order_by_worth(Auction& auction) {
    for (std::size_t i = 0; i + 1 < auction.first.size(); ++i) {
        auto const arcs = std::span(auction.arcs).subspan(auction.first[i], auction.first[i + 1] - auction.first[i]);
        if (arcs.size() <= kCounted)
            order_by_counting(arcs);
        else
            std::stable_sort(arcs.begin(), arcs.end(), [](Arc const& a, Arc const& b) { return a.worth > b.worth; });
    }
}

class Halves {
  public:
    Halves(Market const& market, Coverage const& coverage)
        : market_(market),
          coverage_(coverage),
          mentor_places_(market.mentor_places),
          mentee_places_(market.mentee_places) {
        for (std::size_t mentor = 0, at = 0; mentor < market.mentors.size(); ++mentor)
            for (; at < coverage.forced.size() && coverage.forced[at] < market.first_option[mentor + 1]; ++at) {
                --mentor_places_[mentor];
                --mentee_places_[market.options[coverage.forced[at]].mentee];
            }
    }

    // Mentors who never wait, for mentees who are not sought.
    [[nodiscard]] Half mentors_bid() const {
        Half half;
        half.bidders = people_where(coverage_.mentor_may_wait, false);
        half.objects = with_places(people_where(coverage_.mentee_is_sought, false), mentee_places_);
        half.object_of = positions_of(half.objects, market_.mentees.size());
        auto& auction = half.auction;
        auction.first.push_back(0);
        for (auto const mentor : half.bidders) {
            for (auto const& option : market_.options_of(mentor))
                if (half.object_of[option.mentee] != kNobody)
                    auction.arcs.push_back({half.object_of[option.mentee], option.benefit});
            auction.first.push_back(static_cast<std::uint32_t>(auction.arcs.size()));
            auction.bidder_places.push_back(mentor_places_[mentor]);
        }
        give_places(half, mentee_places_);
        return half;
    }

    // Mentees who are sought, for mentors who may wait.
    [[nodiscard]] Half mentees_bid() const {
        Half half;
        half.bidders = people_where(coverage_.mentee_is_sought, true);
        half.objects = with_places(people_where(coverage_.mentor_may_wait, true), mentor_places_);
        half.object_of = positions_of(half.objects, market_.mentors.size());
        auto const bidder_of = positions_of(half.bidders, market_.mentees.size());
        auto& auction = half.auction;
        auction.first.assign(half.bidders.size() + 1, 0);
        auto const each = [&](auto&& visit) {
            for (Index object = 0; object < half.objects.size(); ++object)
                for (auto const& option : market_.options_of(half.objects[object]))
                    if (bidder_of[option.mentee] != kNobody) visit(bidder_of[option.mentee], object, option.benefit);
        };
        each([&](Index bidder, Index, std::int32_t) { ++auction.first[bidder + 1]; });
        for (std::size_t i = 0; i < half.bidders.size(); ++i) auction.first[i + 1] += auction.first[i];
        auction.arcs.resize(auction.first.back());
        auto at = auction.first;
        each([&](Index bidder, Index object, std::int32_t worth) { auction.arcs[at[bidder]++] = {object, worth}; });
        for (auto const mentee : half.bidders) auction.bidder_places.push_back(mentee_places_[mentee]);
        give_places(half, mentor_places_);
        return half;
    }

    [[nodiscard]] std::vector<std::int32_t> const& mentor_places() const { return mentor_places_; }
    [[nodiscard]] std::vector<std::int32_t> const& mentee_places() const { return mentee_places_; }

  private:
    static std::vector<Index> with_places(std::vector<Index> people, std::vector<std::int32_t> const& places) {
        std::erase_if(people, [&](Index person) { return places[person] == 0; });
        return people;
    }
    // More places than options are as good as one more than options.
    static void give_places(Half& half, std::vector<std::int32_t> const& places) {
        std::vector<std::int32_t> wanted(half.objects.size(), 0);
        for (auto const& arc : half.auction.arcs) ++wanted[arc.object];
        for (std::size_t i = 0; i < half.objects.size(); ++i)
            half.auction.object_places.push_back(std::min(places[half.objects[i]], wanted[i] + 1));
        order_by_worth(half.auction);
    }

    Market const& market_;
    Coverage const& coverage_;
    std::vector<std::int32_t> mentor_places_;  // without what is forced
    std::vector<std::int32_t> mentee_places_;
};

std::size_t option_between(Market const& market, Index mentor, Index mentee) {
    auto const options = market.options_of(mentor);
    auto const at = std::lower_bound(options.begin(), options.end(), mentee,
                                     [](Option const& option, Index wanted) { return option.mentee < wanted; });
    return market.first_option[mentor] + static_cast<std::size_t>(at - options.begin());
}

// What a place would be worth with people who have none left: as much as anybody would lose by not having it.
void price_without_places(Market const& market, Coverage const& coverage, Halves const& halves, BestAnswer& answer) {
    for (Index mentor = 0; mentor < market.mentors.size(); ++mentor)
        for (auto const& option : market.options_of(mentor)) {
            auto& mentor_price = answer.mentor_prices[mentor];
            auto& mentee_price = answer.mentee_prices[option.mentee];
            auto const lost = option.benefit - mentor_price.second - mentee_price.second;
            if (coverage.mentor_may_wait[mentor] != coverage.mentee_is_sought[option.mentee] || lost <= 0) continue;
            if (coverage.mentor_may_wait[mentor] && halves.mentor_places()[mentor] == 0) mentor_price.second += lost;
            if (!coverage.mentor_may_wait[mentor] && halves.mentee_places()[option.mentee] == 0)
                mentee_price.second += lost;
        }
}

bool fits_an_auction(Market const& market) {
    return market.options.size() < kNobody && std::all_of(market.options.begin(), market.options.end(), [](auto& o) {
               return o.benefit <= kMostWorth && o.benefit >= -kMostWorth;
           });
}

// Puts what an auction found into the answer. `prices` and `profits` are the sides of the objects and of the bidders.
template <class OptionOf>
void enter_sale(Half const& half, Sale const& sale, std::vector<Worth>& profits, std::vector<Worth>& prices,
                BestAnswer& answer, OptionOf option_of) {
    for (std::size_t i = 0; i < half.bidders.size(); ++i) {
        profits[half.bidders[i]] = {1, sale.profits[i]};
        for (auto arc = half.auction.first[i]; arc < half.auction.first[i + 1]; ++arc)
            if (sale.taken[arc])
                answer.taken[option_of(half.bidders[i], half.objects[half.auction.arcs[arc].object])] = true;
    }
    for (std::size_t i = 0; i < half.objects.size(); ++i) prices[half.objects[i]] = {0, sale.prices[i]};
}

// Empty where the prices of an auction outgrew their numbers.
base::Result<std::optional<BestAnswer>> find_best_by_auction(Market const& market, Progress const& progress) {
    auto const coverage = find_coverage(market);
    Halves const halves(market, coverage);
    BestAnswer answer{std::vector<bool>(market.options.size(), false), std::vector<Worth>(market.mentors.size()),
                      std::vector<Worth>(market.mentees.size())};
    for (auto const option : coverage.forced) answer.taken[option] = true;
    auto const mentors_bid = halves.mentors_bid();
    auto const mentees_bid = halves.mentees_bid();
    auto const bidders = mentors_bid.bidders.size() + mentees_bid.bidders.size();
    auto const share = bidders == 0 ? 0 : 100 * mentors_bid.bidders.size() / bidders;
    TRY(to_mentors, hold_auction(mentors_bid.auction, part_of(progress, 0, share)));
    TRY(to_mentees, hold_auction(mentees_bid.auction, part_of(progress, share, 100)));
    if (!to_mentors || !to_mentees) return std::optional<BestAnswer>();
    enter_sale(mentors_bid, *to_mentors, answer.mentor_prices, answer.mentee_prices, answer,
               [&](Index mentor, Index mentee) { return option_between(market, mentor, mentee); });
    enter_sale(mentees_bid, *to_mentees, answer.mentee_prices, answer.mentor_prices, answer,
               [&](Index mentee, Index mentor) { return option_between(market, mentor, mentee); });
    price_without_places(market, coverage, halves, answer);
    return std::optional(std::move(answer));
}

}  // namespace

base::Result<BestAnswer> find_best(Market const& market, Priority priority, Progress const& progress) {
    if (priority == Priority::most_pairs && fits_an_auction(market)) {
        TRY(answer, find_best_by_auction(market, progress));
        if (answer) return *std::move(answer);
    }
    return find_best_by_paths(market, priority, progress);
}

}  // namespace matching::engine

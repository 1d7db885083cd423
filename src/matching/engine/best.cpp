#include "matching/engine/best.hpp"

#include <algorithm>
#include <utility>

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
    std::vector<std::uint32_t> first;
    OptionTable arcs;  // the object in the place of the mentee
    std::vector<std::int32_t> bidder_places;
    std::vector<std::int32_t> object_places;

    [[nodiscard]] Auction auction() const { return {first, arcs, bidder_places, object_places}; }
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

// More places than options are as good as one more than options.
std::int32_t places_in_use(std::int32_t places, std::int32_t options) {
    return std::min(places, options + 1);
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
        half.arcs = table_for(half.objects.size());
        half.first.push_back(0);
        for (auto const mentor : half.bidders) {
            for (auto const& option : market_.options_of(mentor))
                if (half.object_of[option.mentee] != kNobody)
                    half.arcs.push_back({half.object_of[option.mentee], option.benefit});
            half.first.push_back(static_cast<std::uint32_t>(half.arcs.size()));
            half.bidder_places.push_back(mentor_places_[mentor]);
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
        half.first.assign(half.bidders.size() + 1, 0);
        auto const each = [&](auto&& visit) {
            for (Index object = 0; object < half.objects.size(); ++object)
                for (auto const& option : market_.options_of(half.objects[object]))
                    if (bidder_of[option.mentee] != kNobody) visit(bidder_of[option.mentee], object, option.benefit);
        };
        each([&](Index bidder, Index, std::int32_t) { ++half.first[bidder + 1]; });
        for (std::size_t i = 0; i < half.bidders.size(); ++i) half.first[i + 1] += half.first[i];
        half.arcs = table_for(half.objects.size());
        half.arcs.resize(half.first.back());
        auto at = half.first;
        each([&](Index bidder, Index object, std::int32_t worth) { half.arcs.set(at[bidder]++, {object, worth}); });
        for (std::size_t i = 0; i < half.bidders.size(); ++i) half.arcs.order(half.first[i], half.first[i + 1]);
        for (auto const mentee : half.bidders) half.bidder_places.push_back(mentee_places_[mentee]);
        give_places(half, mentor_places_);
        return half;
    }

    // All mentors bid for all mentees, each of whom has a place.
    [[nodiscard]] bool are_one() const {
        auto const is_in = [](std::vector<bool> const& flags) {
            return std::find(flags.begin(), flags.end(), true) != flags.end();
        };
        return !is_in(coverage_.mentor_may_wait) && !is_in(coverage_.mentee_is_sought) &&
               std::find(mentee_places_.begin(), mentee_places_.end(), 0) == mentee_places_.end();
    }
    // Then the auction reads the options where they stand.
    [[nodiscard]] Auction whole() const {
        auto places = mentee_places_;
        if (std::any_of(places.begin(), places.end(), [](auto n) { return n > 1; })) {
            std::vector<std::int32_t> wanted(places.size(), 0);
            for (auto const& option : market_.options) ++wanted[option.mentee];
            for (std::size_t j = 0; j < wanted.size(); ++j) places[j] = places_in_use(places[j], wanted[j]);
        }
        return {market_.first_option, market_.options, mentor_places_, std::move(places)};
    }

    [[nodiscard]] std::vector<std::int32_t> const& mentor_places() const { return mentor_places_; }
    [[nodiscard]] std::vector<std::int32_t> const& mentee_places() const { return mentee_places_; }

  private:
    static std::vector<Index> with_places(std::vector<Index> people, std::vector<std::int32_t> const& places) {
        std::erase_if(people, [&](Index person) { return places[person] == 0; });
        return people;
    }
    [[nodiscard]] OptionTable table_for(std::size_t objects) const {
        return {objects, least_benefit(), most_benefit()};
    }
    [[nodiscard]] std::int32_t least_benefit() const {
        std::int32_t least = 0;
        for (std::size_t mentor = 0; mentor < market_.mentors.size(); ++mentor)
            if (auto const options = market_.options_of(mentor); options.size() > 0)
                least = std::min(least, (*(options.end() - 1)).benefit);
        return least;
    }
    [[nodiscard]] std::int32_t most_benefit() const {
        std::int32_t most = 0;
        for (std::size_t mentor = 0; mentor < market_.mentors.size(); ++mentor)
            if (auto const options = market_.options_of(mentor); options.size() > 0)
                most = std::max(most, (*options.begin()).benefit);
        return most;
    }
    static void give_places(Half& half, std::vector<std::int32_t> const& places) {
        std::vector<std::int32_t> wanted(half.objects.size(), 0);
        for (auto const& arc : half.arcs) ++wanted[arc.mentee];
        for (std::size_t i = 0; i < half.objects.size(); ++i)
            half.object_places.push_back(places_in_use(places[half.objects[i]], wanted[i]));
    }

    Market const& market_;
    Coverage const& coverage_;
    std::vector<std::int32_t> mentor_places_;  // without what is forced
    std::vector<std::int32_t> mentee_places_;
};

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

// Options stand by benefit, so the first and the last of a mentor say it for all between.
bool fits_an_auction(Market const& market) {
    auto const fits = [](Option option) { return option.benefit <= kMostWorth && option.benefit >= -kMostWorth; };
    if (market.options.size() >= kNobody) return false;
    for (std::size_t mentor = 0; mentor < market.mentors.size(); ++mentor)
        if (auto const options = market.options_of(mentor);
            options.size() > 0 && !(fits(*options.begin()) && fits(*(options.end() - 1))))
            return false;
    return true;
}

// Puts what an auction found into the answer. `prices` and `profits` are the sides of the objects and of the bidders.
template <class OptionOf>
void enter_sale(Half const& half, Sale const& sale, std::vector<Worth>& profits, std::vector<Worth>& prices,
                BestAnswer& answer, OptionOf option_of) {
    for (std::size_t i = 0; i < half.bidders.size(); ++i) {
        profits[half.bidders[i]] = {1, sale.profits[i]};
        for (auto arc = half.first[i]; arc < half.first[i + 1]; ++arc)
            if (sale.taken[arc])
                answer.taken[option_of(half.bidders[i], half.objects[half.arcs[arc].mentee], half.arcs[arc].benefit)] =
                    true;
    }
    for (std::size_t i = 0; i < half.objects.size(); ++i) prices[half.objects[i]] = {0, sale.prices[i]};
}

using FoundByAuction = base::Result<std::optional<BestAnswer>>;

FoundByAuction find_best_as_one(Halves const& halves, Progress const& progress) {
    TRY(sale, hold_auction(halves.whole(), progress));
    if (!sale) return std::optional<BestAnswer>();
    BestAnswer answer;
    answer.taken = std::move(sale->taken);
    for (auto const profit : sale->profits) answer.mentor_prices.push_back({1, profit});
    for (auto const price : sale->prices) answer.mentee_prices.push_back({0, price});
    return std::optional(std::move(answer));
}

FoundByAuction find_best_in_halves(Market const& market, Coverage const& coverage, Halves const& halves,
                                   Progress const& progress) {
    BestAnswer answer{std::vector<bool>(market.options.size(), false), std::vector<Worth>(market.mentors.size()),
                      std::vector<Worth>(market.mentees.size())};
    for (auto const option : coverage.forced) answer.taken[option] = true;
    auto const mentors_bid = halves.mentors_bid();
    auto const mentees_bid = halves.mentees_bid();
    auto const bidders = mentors_bid.bidders.size() + mentees_bid.bidders.size();
    auto const share = bidders == 0 ? 0 : 100 * mentors_bid.bidders.size() / bidders;
    TRY(to_mentors, hold_auction(mentors_bid.auction(), part_of(progress, 0, share)));
    TRY(to_mentees, hold_auction(mentees_bid.auction(), part_of(progress, share, 100)));
    if (!to_mentors || !to_mentees) return std::optional<BestAnswer>();
    enter_sale(mentors_bid, *to_mentors, answer.mentor_prices, answer.mentee_prices, answer,
               [&](Index mentor, Index mentee, std::int32_t benefit) {
                   return market.option_between(mentor, {mentee, benefit});
               });
    enter_sale(mentees_bid, *to_mentees, answer.mentee_prices, answer.mentor_prices, answer,
               [&](Index mentee, Index mentor, std::int32_t benefit) {
                   return market.option_between(mentor, {mentee, benefit});
               });
    price_without_places(market, coverage, halves, answer);
    return std::optional(std::move(answer));
}

// Empty where the prices of an auction outgrew their numbers.
FoundByAuction find_best_by_auction(Market const& market, Progress const& progress) {
    auto const coverage = find_coverage(market);
    Halves const halves(market, coverage);
    if (halves.are_one()) return find_best_as_one(halves, progress);
    return find_best_in_halves(market, coverage, halves, progress);
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

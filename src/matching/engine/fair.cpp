#include "matching/engine/fair.hpp"

#include <algorithm>
#include <limits>

#include "matching/engine/coverage.hpp"
#include "matching/engine/floor_market.hpp"
#include "matching/engine/floor_sum.hpp"

namespace matching::engine {

namespace {

Cover cover_of(Coverage const& coverage) {
    Cover cover{coverage.mentor_may_wait, coverage.mentee_is_sought};
    cover.mentors.flip();
    return cover;
}

std::int64_t least_taken(Market const& market, std::vector<bool> const& taken) {
    auto least = std::numeric_limits<std::int64_t>::max();
    for (std::size_t option = 0; option < taken.size(); ++option)
        if (taken[option]) least = std::min<std::int64_t>(least, market.options[option].benefit);
    return least;
}

}  // namespace

base::Result<FairAnswer> find_fair(Market const& market, Progress const& progress, FloorBounds const& bounds) {
    auto const coverage = find_coverage(market);
    if (coverage.pairs == 0) {
        TRY(nobody, find_best(market, Priority::most_pairs, progress));
        return FairAnswer{std::move(nobody), std::nullopt};
    }
    // With the greatest sum few couples gain little, so few have to be moved.
    TRY(at_hand, find_best(market, Priority::most_pairs, part_of(progress, 0, 30)));
    FloorMarket left(market, coverage, least_taken(market, at_hand.taken), at_hand.taken);
    TRY(raised, raise_floors(left, bounds, part_of(progress, 30, 70)));
    TRY(best, find_greatest_sum(left, part_of(progress, 70, 100)));
    return FairAnswer{std::move(best), FloorProof{cover_of(coverage), std::move(raised.floors), raised.end}};
}

}  // namespace matching::engine

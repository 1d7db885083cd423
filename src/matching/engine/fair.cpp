#include "matching/engine/fair.hpp"

#include <algorithm>
#include <limits>

#include "matching/engine/coverage.hpp"

namespace matching::engine {

namespace {

Cover cover_of(Coverage const& coverage) {
    Cover cover{coverage.mentor_may_wait, coverage.mentee_is_sought};
    cover.mentors.flip();
    return cover;
}

// At least `pairs` pairs are possible from `least` on, and not one above.
struct Floor {
    std::int64_t least;
    Coverage above;
};

// Whoever fills all places in every answer takes their best option at most.
std::int64_t highest_floor(Market const& market, Coverage const& coverage) {
    constexpr auto kNothing = std::numeric_limits<std::int32_t>::min();
    std::vector<std::int32_t> best_of_mentee(market.mentees.size(), kNothing);
    std::int32_t highest = std::numeric_limits<std::int32_t>::max();
    for (std::size_t mentor = 0; mentor < market.mentors.size(); ++mentor) {
        auto best = kNothing;
        for (auto const& option : market.options_of(mentor)) {
            best = std::max(best, option.benefit);
            best_of_mentee[option.mentee] = std::max(best_of_mentee[option.mentee], option.benefit);
        }
        if (!coverage.mentor_may_wait[mentor] && market.mentor_places[mentor] > 0) highest = std::min(highest, best);
    }
    for (std::size_t mentee = 0; mentee < best_of_mentee.size(); ++mentee)
        if (coverage.mentee_is_sought[mentee] && market.mentee_places[mentee] > 0)
            highest = std::min(highest, best_of_mentee[mentee]);
    return highest;
}

base::Result<Floor> find_floor(Market const& market, Coverage const& coverage, Progress const& progress) {
    std::int64_t reached = std::numeric_limits<std::int32_t>::max();
    std::int64_t most = std::numeric_limits<std::int32_t>::min();
    for (auto const& option : market.options) {
        reached = std::min<std::int64_t>(reached, option.benefit);
        most = std::max<std::int64_t>(most, option.benefit);
    }
    auto missed = std::min(most, highest_floor(market, coverage)) + 1;
    auto above = find_coverage(market, missed);
    static constexpr std::uint64_t kMostHalves = 33;
    for (std::uint64_t halves = 0; missed - reached > 1; ++halves) {
        if (progress && !progress(halves, kMostHalves)) return cancelled();
        auto const middle = reached + (missed - reached) / 2;
        auto from_middle = find_coverage(market, middle);
        if (from_middle.pairs == coverage.pairs) {
            reached = middle;
        } else {
            missed = middle;
            above = std::move(from_middle);
        }
    }
    return Floor{reached, std::move(above)};
}

Market without_options_below(Market const& market, std::int64_t least) {
    auto kept = market;
    kept.options.clear();
    for (std::size_t mentor = 0; mentor < market.mentors.size(); ++mentor) {
        for (auto const& option : market.options_of(mentor))
            if (option.benefit >= least) kept.options.push_back(option);
        kept.first_option[mentor + 1] = static_cast<std::uint32_t>(kept.options.size());
    }
    return kept;
}

// What was taken of the options that were kept, as options of the whole market.
std::vector<bool> taken_of_all(Market const& market, std::int64_t least, std::vector<bool> const& taken) {
    std::vector<bool> of_all(market.options.size(), false);
    std::size_t kept = 0;
    for (std::size_t option = 0; option < of_all.size(); ++option)
        if (market.options[option].benefit >= least) of_all[option] = taken[kept++];
    return of_all;
}

}  // namespace

base::Result<FairAnswer> find_fair(Market const& market, Progress const& progress) {
    auto const coverage = find_coverage(market);
    if (coverage.pairs == 0) {
        TRY(nobody, find_best(market, Priority::most_pairs, progress));
        return FairAnswer{std::move(nobody), std::nullopt};
    }
    TRY(floor, find_floor(market, coverage, part_of(progress, 0, 30)));
    auto const kept = without_options_below(market, floor.least);
    TRY(best, find_best(kept, Priority::most_pairs, part_of(progress, 30, 100)));
    best.taken = taken_of_all(market, floor.least, best.taken);
    return FairAnswer{std::move(best),
                      FloorProof{static_cast<std::int32_t>(floor.least), cover_of(coverage), cover_of(floor.above)}};
}

}  // namespace matching::engine

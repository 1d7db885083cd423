// Two solvers that share no code must agree on pairs and on benefit, whatever the market looks like; the checker then
// proves the prices of the first.
#include "matching/engine/best.hpp"

#include <limits>

#include <gtest/gtest.h>

#include "base/random.hpp"
#include "matching/engine/assignment.hpp"
#include "matching/engine/certificate.hpp"
#include "matching/engine/coverage.hpp"
#include "matching/engine/shortest_paths.hpp"
#include "support/cohort.hpp"

namespace {

using namespace matching::engine;

#ifdef OBVERSE_ORACLE
constexpr int kMarkets = 4'000;
#else
constexpr int kMarkets = 200;
#endif

struct Kind {
    char const* description;
    std::uint64_t most_mentors;
    std::uint64_t most_mentees;
    std::uint64_t most_places;  // 0 up to it
    std::uint64_t tenths_open;  // of all couples
    std::int64_t least_benefit;
    std::int64_t most_benefit;
};

constexpr std::int64_t kExtreme = std::int64_t{1} << 20;
constexpr Kind kKinds[] = {
    {"equal sides", 40, 40, 1, 2, 1, 1000},
    {"few mentors", 8, 60, 3, 4, 1, 1000},
    {"few mentees", 60, 8, 3, 4, 1, 1000},
    {"sparse, many without a partner", 60, 60, 2, 1, 1, 1000},
    {"ties", 40, 40, 2, 3, 1, 3},
    {"all alike", 30, 30, 3, 5, 7, 7},
    {"points below zero", 30, 30, 2, 3, -50, 20},
    {"more places than options", 20, 20, 90, 2, 1, 1000},
    {"as far as an auction goes", 30, 30, 2, 3, -kExtreme, kExtreme},
    {"farther", 20, 20, 2, 3, std::numeric_limits<std::int32_t>::min(), std::numeric_limits<std::int32_t>::max()},
};

Snapshot market_of(Kind const& kind, base::Random& random) {
    Snapshot snapshot;
    snapshot.seed = random.next();
    auto const add = [&](std::vector<Participant>& side, std::uint64_t most) {
        for (auto n = 1 + random.below(most); n > 0; --n)
            side.push_back({base::AnyId::make(random).bytes,
                            static_cast<std::int32_t>(random.below(8) == 0 ? 0 : 1 + random.below(kind.most_places))});
    };
    add(snapshot.mentors, kind.most_mentors);
    add(snapshot.mentees, kind.most_mentees);
    for (Index i = 0; i < snapshot.mentors.size(); ++i)
        for (Index j = 0; j < snapshot.mentees.size(); ++j) {
            if (random.below(10) >= kind.tenths_open) continue;
            auto const range = static_cast<std::uint64_t>(kind.most_benefit - kind.least_benefit) + 1;
            auto const benefit = kind.least_benefit + static_cast<std::int64_t>(random.below(range));
            snapshot.candidates.push_back({i, j, 1, 1, static_cast<std::int32_t>(benefit)});
        }
    return snapshot;
}

Worth worth_of(Market const& market, BestAnswer const& answer) {
    Worth worth;
    for (std::size_t option = 0; option < market.options.size(); ++option)
        if (answer.taken[option]) worth += worth_of_couple(market.options[option].benefit, Priority::most_pairs);
    return worth;
}

TEST(TheBest, is_the_same_by_auction_and_by_shortest_paths) {
    auto random = base::seeded_random(20);
    for (auto const& kind : kKinds)
        for (int i = 0; i < kMarkets / 10; ++i) {
            auto const snapshot = market_of(kind, *random);
            auto const market = open_market(snapshot);
            auto const found = find_best(market, Priority::most_pairs, {});
            auto const expected = find_best_by_paths(market, Priority::most_pairs, {});
            ASSERT_TRUE(found && expected);
            ASSERT_EQ(worth_of(market, *found), worth_of(market, *expected)) << kind.description << " " << i;
            EXPECT_EQ(find_coverage(market).pairs, worth_of(market, *found).first) << kind.description;
            auto const assignment = assign(snapshot);
            ASSERT_TRUE(assignment);
            EXPECT_EQ(to_text(certify(snapshot, *assignment).flaw), "verified") << kind.description << " " << i;
        }
}

TEST(TheBest, is_the_same_where_one_side_has_a_few_places_more) {
    for (auto const places : {1, 2, 3}) {
        auto snapshot = support::make_cohort(support::Cohort::competitive, 300, 20, places);
        snapshot.mentors.resize(297);
        erase_if(snapshot.candidates, [](Candidate const& c) { return c.mentor >= 297; });
        auto const market = open_market(snapshot);
        auto const found = find_best(market, Priority::most_pairs, {});
        auto const expected = find_best_by_paths(market, Priority::most_pairs, {});
        ASSERT_TRUE(found && expected);
        EXPECT_EQ(worth_of(market, *found), worth_of(market, *expected)) << places;
    }
}

TEST(TheBest, can_be_cancelled_wherever_it_is) {
    auto random = base::seeded_random(21);
    auto const market = open_market(market_of({"", 60, 60, 2, 3, 1, 1000}, *random));
    int asked = 0;
    ASSERT_TRUE(find_best(market, Priority::most_pairs, [&](std::uint64_t done, std::uint64_t total) {
        EXPECT_LE(done, total);
        return ++asked > 0;
    }));
    for (int stop = 1; stop <= asked; ++stop) {
        int left = stop;
        auto const answer = find_best(market, Priority::most_pairs, [&](auto, auto) { return --left > 0; });
        ASSERT_FALSE(answer);
        EXPECT_EQ(answer.refusal().code, "cancelled");
    }
}

TEST(TheCoverage, names_who_must_be_served_by_whom) {
    // Three mentees, and nobody but one mentor with two places for all of them; another mentor and mentee apart.
    Snapshot snapshot;
    auto random = base::seeded_random(22);
    for (auto const places : {2, 1}) snapshot.mentors.push_back({base::AnyId::make(*random).bytes, places});
    for (int i = 0; i < 4; ++i) snapshot.mentees.push_back({base::AnyId::make(*random).bytes, 1});
    for (Index mentee = 0; mentee < 3; ++mentee) snapshot.candidates.push_back({0, mentee, 5, 5, 5});
    snapshot.candidates.push_back({1, 3, 5, 5, 5});
    auto const market = open_market(snapshot);
    auto const coverage = find_coverage(market);
    EXPECT_EQ(coverage.pairs, 3);
    EXPECT_EQ(std::count(coverage.mentor_may_wait.begin(), coverage.mentor_may_wait.end(), true), 0);
    EXPECT_EQ(std::count(coverage.mentee_is_sought.begin(), coverage.mentee_is_sought.end(), true), 0);
}

}  // namespace

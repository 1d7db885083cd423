#include "matching/engine/quality.hpp"

#include <random>

#include <gtest/gtest.h>

#include "matching/engine/assignment.hpp"
#include "matching/engine/certificate.hpp"

namespace {

using namespace matching::engine;

base::IdBytes quality_identity(std::uint8_t side, Index number) {
    base::IdBytes identity{};
    identity[0] = side;
    identity[15] = static_cast<std::uint8_t>(number);
    return identity;
}

Snapshot random_market(std::uint32_t seed, Objective objective) {
    std::mt19937 random(seed);
    auto const below = [&](std::uint32_t bound) { return static_cast<std::int32_t>(random() % bound); };
    Snapshot snapshot;
    snapshot.objective = objective;
    snapshot.seed = seed;
    for (Index i = 0; i < 8; ++i) snapshot.mentors.push_back({quality_identity(1, i), 1 + below(2)});
    for (Index j = 0; j < 7; ++j) snapshot.mentees.push_back({quality_identity(2, j), 1 + below(2)});
    for (Index i = 0; i < 8; ++i)
        for (Index j = 0; j < 7; ++j)
            if (below(3) != 0) snapshot.candidates.push_back({i, j, below(1001), below(1001), below(1001)});
    snapshot.locks = {{snapshot.candidates[0].mentor, snapshot.candidates[0].mentee}};
    snapshot.bans = {{snapshot.candidates[1].mentor, snapshot.candidates[1].mentee}};
    return snapshot;
}

std::vector<Candidate> valued(Snapshot const& snapshot, Assignment const& assignment) {
    std::vector<Candidate> couples;
    for (auto const& couple : assignment.couples)
        for (auto const& candidate : snapshot.candidates)
            if (candidate.mentor == couple.mentor && candidate.mentee == couple.mentee) couples.push_back(candidate);
    return couples;
}

TEST(TheQualityOfAnAnswer, counts_what_the_checker_counts) {
    for (std::uint32_t seed = 1; seed <= 60; ++seed)
        for (auto const objective : {Objective::best, Objective::stable, Objective::fair}) {
            auto const snapshot = random_market(seed, objective);
            auto const assignment = assign(snapshot).value();
            auto const certificate = certify(snapshot, assignment);
            auto const quality = measure(snapshot, valued(snapshot, assignment));
            ASSERT_EQ(quality.pairs, certificate.pairs) << seed;
            ASSERT_EQ(quality.mentors_reached, certificate.mentors_reached) << seed;
            ASSERT_EQ(quality.mentees_reached, certificate.mentees_reached) << seed;
            ASSERT_EQ(quality.blocking_pairs, certificate.blocking_pairs) << seed;
            ASSERT_EQ(quality.blocking_people == 0, quality.blocking_pairs == 0) << seed;
            ASSERT_EQ(quality.fit_both_ways + quality.fit + quality.fit_thin, quality.pairs) << seed;
        }
}

struct FourPairs : testing::Test {
    Snapshot snapshot;
    std::vector<Candidate> couples{
        {0, 0, 900, 800, 847}, {1, 1, 700, 700, 700}, {2, 2, 100, 300, 150}, {3, 3, 401, 200, 267}};
    FourPairs() {
        for (Index i = 0; i < 4; ++i) {
            snapshot.mentors.push_back({quality_identity(1, i), 1});
            snapshot.mentees.push_back({quality_identity(2, i), 1});
        }
        snapshot.candidates = couples;
    }
};

TEST_F(FourPairs, are_measured_for_each_side_and_together) {
    auto const quality = measure(snapshot, couples);
    EXPECT_EQ(quality.mentor.mean, 525);
    EXPECT_EQ(quality.mentor.median, 551) << "half up";
    EXPECT_EQ(quality.mentor.least, 100);
    EXPECT_EQ(quality.mentee.mean, 500);
    EXPECT_EQ(quality.mentee.least, 200);
    EXPECT_EQ(quality.together.fifth_percentile, 150);
    EXPECT_EQ(quality.one_sided, 2) << "less than half";
    EXPECT_EQ(quality.fit_both_ways, 2);
    EXPECT_EQ(quality.fit_thin, 2);
}

TEST_F(FourPairs, say_nothing_of_a_coordinator_who_is_one_of_them) {
    auto const quality = measure(snapshot, couples, quality_identity(1, 2));
    EXPECT_EQ(quality.pairs, 4);
    EXPECT_EQ(quality.mentors_reached, 4);
    EXPECT_EQ(quality.mentor.least, 401);
    EXPECT_EQ(quality.fit_both_ways + quality.fit + quality.fit_thin, 3);
}

TEST_F(FourPairs, leave_no_figure_of_nothing) {
    auto const quality = measure(snapshot, {});
    EXPECT_EQ(quality.pairs, 0);
    EXPECT_EQ(quality.together.mean, 0);
    EXPECT_EQ(quality.blocking_pairs, 4) << "whoever could meet and stands alone";
    EXPECT_EQ(quality.blocking_people, 8);
}

}  // namespace

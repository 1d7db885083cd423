#include "support/cohort.hpp"

#include <gtest/gtest.h>

#include "matching/engine/assignment.hpp"
#include "matching/engine/certificate.hpp"

namespace {

using namespace matching::engine;
using support::Cohort;

struct Recorded {
    char const* description;
    Cohort cohort;
    std::uint32_t size;
    std::int32_t capacity;
    std::int64_t pairs;
    std::int64_t total;
};

void expect_recorded_total(Recorded const& recorded) {
    auto const snapshot = support::make_cohort(recorded.cohort, recorded.size, 50, recorded.capacity);
    auto const assignment = assign(snapshot);
    ASSERT_TRUE(assignment);
    auto const certificate = certify(snapshot, *assignment);
    EXPECT_TRUE(certificate.verified()) << to_text(certificate.flaw);
    EXPECT_EQ(certificate.pairs, recorded.pairs);
    EXPECT_EQ(certificate.total_benefit, recorded.total) << recorded.description;
}

// Totals that several independent solvers agreed on.
TEST(TheBestOfACohort, is_the_recorded_total_at_a_thousand) {
    expect_recorded_total({"uniform, one place", Cohort::uniform, 1'000, 1, 1'000, 880'385});
    expect_recorded_total({"uniform, two places", Cohort::uniform, 1'000, 2, 2'000, 1'728'996});
}

#ifdef OBVERSE_ORACLE
TEST(TheBestOfACohort, is_the_recorded_total_at_ten_thousand) {
    expect_recorded_total({"uniform, one place", Cohort::uniform, 10'000, 1, 10'000, 8'793'951});
    expect_recorded_total({"competitive, one place", Cohort::competitive, 10'000, 1, 10'000, 6'779'085});
    expect_recorded_total({"uniform, two places", Cohort::uniform, 10'000, 2, 20'000, 17'278'652});
    expect_recorded_total({"competitive, two places", Cohort::competitive, 10'000, 2, 20'000, 13'397'537});
}

TEST(TheBestOfACohort, is_the_recorded_total_at_a_hundred_thousand) {
    expect_recorded_total({"uniform, one place", Cohort::uniform, 100'000, 1, 100'000, 87'999'659});
    expect_recorded_total({"competitive, one place", Cohort::competitive, 100'000, 1, 100'000, 67'760'646});
    expect_recorded_total({"uniform, two places", Cohort::uniform, 100'000, 2, 200'000, 172'938'641});
    expect_recorded_total({"competitive, two places", Cohort::competitive, 100'000, 2, 200'000, 133'903'099});
}
#endif

TEST(AStableCohort, has_no_blocking_pair) {
    for (auto const cohort : {Cohort::uniform, Cohort::competitive})
        for (auto const capacity : {1, 2}) {
            auto snapshot = support::make_cohort(cohort, 1'000, 50, capacity);
            snapshot.objective = Objective::stable;
            auto const assignment = assign(snapshot);
            ASSERT_TRUE(assignment);
            auto const certificate = certify(snapshot, *assignment);
            EXPECT_TRUE(certificate.verified()) << to_text(certificate.flaw);
            EXPECT_GT(certificate.pairs, 980 * capacity);
        }
}

}  // namespace

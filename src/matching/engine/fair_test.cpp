#include "matching/engine/fair.hpp"

#include <algorithm>
#include <limits>

#include <gtest/gtest.h>

#include "matching/engine/certificate.hpp"
#include "matching/engine/coverage.hpp"
#include "matching/engine/keeping.hpp"
#include "support/cohort.hpp"

namespace {

using namespace matching::engine;

// Mentor, mentee, benefit.
using Meeting = std::array<std::int32_t, 3>;

Snapshot fair_snapshot(std::vector<Meeting> const& meetings, std::int32_t places = 1) {
    Snapshot snapshot;
    snapshot.objective = Objective::fair;
    auto const seat = [&](std::vector<Participant>& side, std::uint8_t letter, std::int32_t number) {
        while (std::ssize(side) <= number)
            side.push_back({support::cohort_identity(letter, static_cast<std::uint32_t>(side.size())), places});
    };
    for (auto const& [mentor, mentee, benefit] : meetings) {
        seat(snapshot.mentors, 1, mentor);
        seat(snapshot.mentees, 2, mentee);
        snapshot.candidates.push_back(
            {static_cast<Index>(mentor), static_cast<Index>(mentee), benefit, benefit, benefit});
    }
    return snapshot;
}

// What each floor is and how many lie at it.
using Floors = std::vector<std::pair<std::int32_t, std::int64_t>>;

Floors floors_of(Assignment const& assignment) {
    Floors floors;
    if (assignment.floors)
        for (auto const& floor : assignment.floors->floors) floors.emplace_back(floor.benefit, floor.couples);
    return floors;
}

struct FairRun {
    Assignment assignment;
    Certificate certificate;

    [[nodiscard]] Floors floors() const { return floors_of(assignment); }
    [[nodiscard]] FloorsEnd end() const { return assignment.floors->end; }
};

FairRun run_fair(Snapshot const& snapshot) {
    auto assignment = assign(snapshot);
    EXPECT_TRUE(assignment);
    auto const certificate = certify(snapshot, *assignment);
    EXPECT_TRUE(certificate.verified()) << to_text(certificate.flaw);
    return {std::move(*assignment), certificate};
}

Snapshot random_fair(std::uint64_t seed) {
    auto const random = base::seeded_random(seed);
    std::vector<Meeting> meetings;
    for (std::int32_t i = 0; i < 12; ++i)
        for (std::int32_t j = 0; j < 9; ++j)
            if (random->below(3) == 0) meetings.push_back({i, j, static_cast<std::int32_t>(random->below(6))});
    auto snapshot = fair_snapshot(meetings);
    for (auto* side : {&snapshot.mentors, &snapshot.mentees})
        for (auto& person : *side) person.capacity = static_cast<std::int32_t>(random->below(3));
    snapshot.seed = seed;
    return snapshot;
}

TEST(AFairMatching, lets_nobody_gain_little_where_the_best_sum_would) {
    auto snapshot = fair_snapshot({{0, 0, 1000}, {0, 1, 400}, {1, 0, 400}, {1, 1, 10}});
    EXPECT_EQ(run_fair(snapshot).assignment.couples, (std::vector<Couple>{{0, 1}, {1, 0}}));
    snapshot.objective = Objective::best;
    EXPECT_EQ(assign(snapshot)->couples, (std::vector<Couple>{{0, 0}, {1, 1}}));
}

TEST(AFairMatching, raises_who_gains_least_above_the_first_floor_before_the_sum) {
    // One pair gains 1 whatever happens; of the others the sum would leave somebody with 2.
    auto const run = run_fair(fair_snapshot({{0, 0, 1}, {1, 1, 900}, {1, 2, 400}, {2, 1, 400}, {2, 2, 2}}));
    EXPECT_EQ(run.assignment.couples, (std::vector<Couple>{{0, 0}, {1, 2}, {2, 1}}));
    EXPECT_EQ(run.floors(), (Floors{{1, 1}, {400, 2}}));
    EXPECT_EQ(run.end(), FloorsEnd::nothing_above);
}

TEST(AFairMatching, leaves_as_few_at_a_floor_as_can_be) {
    // Two could lie at 5 with 1000 beside them, or one with 6 and 7.
    auto const run = run_fair(fair_snapshot({{0, 0, 5}, {1, 1, 1000}, {1, 2, 6}, {2, 2, 5}, {2, 1, 7}}));
    EXPECT_EQ(run.floors(), (Floors{{5, 1}, {6, 1}, {7, 1}}));
}

TEST(AFairMatching, ends_after_so_many_floors_and_takes_the_best_sum_above) {
    std::vector<Meeting> meetings;
    for (std::int32_t i = 0; i < 10; ++i) meetings.push_back({i, i, 10 + i});
    // Above the eighth floor: 900 and 30 are more than 400 and 400.
    meetings.insert(meetings.end(), {{10, 10, 900}, {10, 11, 400}, {11, 10, 400}, {11, 11, 30}});
    auto const run = run_fair(fair_snapshot(meetings));
    ASSERT_EQ(run.floors().size(), kMostFloors);
    EXPECT_EQ(run.floors().back(), (std::pair{17, std::int64_t{1}}));
    EXPECT_EQ(run.end(), FloorsEnd::most_floors);
    EXPECT_EQ(run.certificate.total_benefit, 145 + 930);
}

TEST(AFairMatching, has_no_floors_where_only_locks_are_pairs) {
    auto snapshot = fair_snapshot({{0, 0, 3}, {0, 1, 9}});
    snapshot.locks = {{0, 0}};
    EXPECT_EQ(run_fair(snapshot).floors(), Floors{});
    snapshot.mentors[0].capacity = 2;
    EXPECT_EQ(run_fair(snapshot).floors(), (Floors{{9, 1}})) << "a lock is somebody's decision, not a floor";
}

// Whoever must be full loses the others this many times what an option can be worth.
Snapshot long_way_to_fill(std::int32_t length) {
    std::vector<Meeting> meetings;
    for (std::int32_t i = 0; i < length; ++i) {
        meetings.push_back({i, i, 6});
        meetings.push_back({i, i + 1, 1000});
    }
    for (std::int32_t i = 0; i < 2; ++i) {
        meetings.push_back({length + i, length, 6});
        meetings.push_back({length + i, length + 1 + i, 5});
    }
    return fair_snapshot(meetings);
}

TEST(AFairMatching, fills_who_must_be_full_whatever_that_costs) {
    for (auto const length : {1, 2, 40, 1'100}) {
        auto const run = run_fair(long_way_to_fill(length));
        EXPECT_EQ(run.certificate.pairs, length + 2);
        EXPECT_EQ(run.floors(), (Floors{{5, 1}, {6, length + 1}})) << length;
    }
}

TEST(AFairMatching, is_proved_whatever_the_figures_are) {
    constexpr auto kLeast = std::numeric_limits<std::int32_t>::min();
    constexpr auto kMost = std::numeric_limits<std::int32_t>::max();
    EXPECT_EQ(run_fair(fair_snapshot({{0, 0, kMost}, {0, 1, kLeast + 1}, {1, 0, kLeast + 1}, {1, 1, kLeast}})).floors(),
              (Floors{{kLeast + 1, 2}}));
    auto far = long_way_to_fill(3);
    far.candidates = far.candidates.transformed([](Candidate c) {
        c.benefit = c.benefit == 1000 ? kMost : c.benefit == 5 ? kLeast : c.benefit;
        return c;
    });
    EXPECT_EQ(run_fair(far).floors(), (Floors{{kLeast, 1}, {6, 4}}));
}

TEST(AFairMatching, is_as_fair_with_the_sides_swapped_and_every_figure_higher) {
    for (std::uint64_t seed = 1; seed <= 200; ++seed) {
        auto const snapshot = random_fair(seed);
        auto turned = snapshot;
        std::swap(turned.mentors, turned.mentees);
        turned.candidates = snapshot.candidates.transformed([](Candidate const& c) {
            return Candidate{c.mentee, c.mentor, c.mentee_benefit, c.mentor_benefit, c.benefit + 500};
        });
        auto const a = run_fair(snapshot);
        auto const b = run_fair(turned);
        auto higher = a.floors();
        for (auto& [benefit, couples] : higher) benefit += 500;
        EXPECT_EQ(higher, b.floors());
        EXPECT_EQ(a.certificate.pairs, b.certificate.pairs);
        EXPECT_EQ(a.certificate.total_benefit + 500 * a.certificate.pairs, b.certificate.total_benefit);
    }
}

TEST(AFairMatching, is_as_fair_whatever_people_are_called) {
    for (std::uint64_t seed = 1; seed <= 100; ++seed) {
        auto snapshot = random_fair(seed);
        auto const a = run_fair(snapshot);
        snapshot.seed += 77;
        auto const b = run_fair(snapshot);
        EXPECT_EQ(a.floors(), b.floors());
        EXPECT_EQ(a.certificate.total_benefit, b.certificate.total_benefit);
    }
}

TEST(AFairMatching, has_the_floor_that_coverage_finds) {
    for (auto const cohort : {support::Cohort::uniform, support::Cohort::competitive})
        for (auto const places : {1, 2}) {
            auto snapshot = support::make_cohort(cohort, 400, 12, places);
            snapshot.objective = Objective::fair;
            snapshot.mentors.resize(390);
            erase_if(snapshot.candidates, [](Candidate const& c) { return c.mentor >= 390; });
            auto const market = open_market(snapshot);
            auto const run = run_fair(snapshot);
            auto const floor = run.floors().front().first;
            EXPECT_EQ(find_coverage(market, floor).pairs, run.certificate.pairs);
            EXPECT_LT(find_coverage(market, floor + 1).pairs, run.certificate.pairs);
            EXPECT_EQ(run.floors().size(), kMostFloors);
        }
}

TEST(AFairMatching, tells_the_floors_of_pairs_that_are_kept_with_their_bonus) {
    auto const snapshot = fair_snapshot({{0, 0, 1}, {0, 1, 5}, {1, 0, 5}, {1, 1, 9}});
    auto const kept = assign_keeping(snapshot, {{{0, 0}, {1, 1}}, 100, {}});
    ASSERT_TRUE(kept);
    EXPECT_TRUE(certify(kept->snapshot, kept->assignment).verified());
    EXPECT_EQ(floors_of(kept->assignment), (Floors{{101, 1}, {109, 1}}));
}

FairAnswer bounded(Market const& market, FloorBounds bounds) {
    auto answer = find_fair(market, {}, bounds);
    EXPECT_TRUE(answer);
    return *std::move(answer);
}

TEST(AFairMatching, gives_up_a_whole_floor_that_would_be_too_much_work) {
    auto snapshot = support::make_cohort(support::Cohort::competitive, 300, 12, 1);
    snapshot.objective = Objective::fair;
    auto const market = open_market(snapshot);
    auto const all = bounded(market, {0, 1'000});
    auto const one = bounded(market, {0, 0});
    EXPECT_EQ(all.floors->floors.size(), kMostFloors);
    ASSERT_LT(one.floors->floors.size(), kMostFloors);
    EXPECT_EQ(one.floors->end, FloorsEnd::most_work);
    EXPECT_EQ(bounded(market, {300, 0}).floors->floors.size(), kMostFloors) << "so few are never bounded";
    for (std::size_t i = 0; i < one.floors->floors.size(); ++i) {
        EXPECT_EQ(one.floors->floors[i].benefit, all.floors->floors[i].benefit);
        EXPECT_EQ(one.floors->floors[i].couples, all.floors->floors[i].couples);
    }
}

TEST(AFairMatching, can_be_cancelled_wherever_it_is) {
    auto snapshot = support::make_cohort(support::Cohort::competitive, 60, 6, 1);
    snapshot.objective = Objective::fair;
    auto const market = open_market(snapshot);
    int asked = 0;
    ASSERT_TRUE(find_fair(market, [&](std::uint64_t done, std::uint64_t total) {
        EXPECT_LE(done, total);
        return ++asked > 0;
    }));
    EXPECT_GT(asked, 20);
    for (int stop = 1; stop <= asked; ++stop) {
        int left = stop;
        auto const answer = find_fair(market, [&](auto, auto) { return --left > 0; });
        ASSERT_FALSE(answer);
        EXPECT_EQ(answer.refusal().code, "cancelled");
    }
}

// The checker must see every way in which a fair result can be wrong.
class TheCheckerOfFairness : public testing::Test {
  protected:
    Snapshot snapshot = fair_snapshot(
        {{0, 0, 1}, {1, 1, 9}, {1, 2, 4}, {2, 1, 4}, {2, 2, 2}, {3, 3, 8}, {3, 4, 8}, {4, 4, 8}, {4, 3, 7}});
    Assignment assignment = *assign(snapshot);

    Flaw flaw() { return certify(snapshot, assignment).flaw; }
    Floor& floor(std::size_t at) { return assignment.floors->floors[at]; }
};

TEST_F(TheCheckerOfFairness, passes_what_is_right) {
    EXPECT_EQ(flaw(), Flaw::none);
    EXPECT_EQ(floors_of(assignment), (Floors{{1, 1}, {4, 2}, {8, 2}}));
}
TEST_F(TheCheckerOfFairness, finds_floors_or_prices_that_are_missing) {
    auto const right = assignment;
    assignment.floors.reset();
    EXPECT_EQ(flaw(), Flaw::floor_missing);
    assignment = right;
    assignment.floors->floors.clear();
    EXPECT_EQ(flaw(), Flaw::floor_missing);
    assignment = right;
    assignment.floors->of_all.mentors.clear();
    EXPECT_EQ(flaw(), Flaw::floor_missing);
    assignment = right;
    floor(1).mentee_prices.pop_back();
    EXPECT_EQ(flaw(), Flaw::floor_missing);
    assignment = right;
    assignment.mentor_prices.clear();
    EXPECT_EQ(flaw(), Flaw::floor_missing);
    assignment = right;
    assignment.floors->floors.resize(kMostFloors + 1, floor(2));
    EXPECT_EQ(flaw(), Flaw::floor_missing);
}
TEST_F(TheCheckerOfFairness, finds_a_floor_that_is_none) {
    floor(1).benefit = 3;
    EXPECT_EQ(flaw(), Flaw::floor_miscounted);
    floor(1).benefit = 5;
    EXPECT_EQ(flaw(), Flaw::below_floor) << "two gain 4";
    floor(1).benefit = 1;
    EXPECT_EQ(flaw(), Flaw::floor_miscounted) << "no floor is raised twice";
}
TEST_F(TheCheckerOfFairness, finds_a_wrong_count) {
    floor(1).couples = 1;
    EXPECT_EQ(flaw(), Flaw::floor_miscounted);
    floor(1).couples = 3;
    EXPECT_EQ(flaw(), Flaw::floor_miscounted);
}
TEST_F(TheCheckerOfFairness, finds_a_floor_that_was_passed_over) {
    assignment.floors->floors.erase(assignment.floors->floors.begin());
    EXPECT_EQ(flaw(), Flaw::below_floor);
}
TEST_F(TheCheckerOfFairness, finds_floors_that_end_too_soon) {
    assignment.floors->floors.pop_back();
    EXPECT_EQ(flaw(), Flaw::floors_end_wrong);
    for (auto const end : {FloorsEnd::most_floors, FloorsEnd::most_work}) {
        assignment = *assign(snapshot);
        assignment.floors->end = end;
        EXPECT_EQ(flaw(), Flaw::floors_end_wrong);
    }
}
TEST_F(TheCheckerOfFairness, finds_a_first_floor_that_could_be_higher) {
    snapshot.candidates.push_back({0, 5, 3, 3, 3});
    snapshot.mentees.push_back({support::cohort_identity(2, 99), 1});
    for (auto& each : assignment.floors->floors) each.mentee_prices.push_back(0);
    assignment.floors->of_all.mentees.push_back(false);
    assignment.mentee_prices.push_back({});
    EXPECT_EQ(flaw(), Flaw::floor_does_not_prove);
}
TEST_F(TheCheckerOfFairness, finds_a_second_floor_that_could_be_higher) {
    snapshot.candidates.push_back({2, 0, 5, 5, 5});
    snapshot.candidates.push_back({0, 2, 1, 1, 1});
    EXPECT_EQ(flaw(), Flaw::floor_does_not_prove) << "1, 5 and 9 are possible instead of 1, 4 and 4";
}
TEST_F(TheCheckerOfFairness, finds_more_at_a_floor_than_must_be) {
    snapshot.candidates.push_back({3, 2, 5, 5, 5});
    snapshot.candidates.push_back({2, 3, 6, 6, 6});
    EXPECT_EQ(flaw(), Flaw::floor_does_not_prove) << "one gains 4 more than must be";
}
TEST_F(TheCheckerOfFairness, finds_that_there_could_be_more_pairs) {
    snapshot.mentors.push_back({support::cohort_identity(1, 99), 1});
    snapshot.mentees.push_back({support::cohort_identity(2, 99), 1});
    snapshot.candidates.push_back({5, 5, 9, 9, 9});
    for (auto& each : assignment.floors->floors) {
        each.mentor_prices.push_back(0);
        each.mentee_prices.push_back(0);
    }
    assignment.mentor_prices.push_back({});
    assignment.mentee_prices.push_back({});
    assignment.floors->of_all.mentees.push_back(false);
    assignment.floors->of_all.mentors.push_back(false);
    EXPECT_EQ(flaw(), Flaw::floor_does_not_prove);
    assignment.floors->of_all.mentors.back() = true;
    EXPECT_EQ(flaw(), Flaw::floor_does_not_prove) << "whoever stands in the cover must be full";
}
TEST_F(TheCheckerOfFairness, finds_prices_that_were_touched) {
    auto const right = assignment;
    for (std::size_t at = 0; at < floors_of(right).size(); ++at)
        for (auto const by : {-1, 1}) {
            assignment = right;
            floor(at).mentor_prices[1] += by;
            EXPECT_EQ(flaw(), Flaw::floor_does_not_prove) << at;
        }
    // Whoever stands in no cover has no price below nothing.
    assignment = right;
    auto const& cover = right.floors->of_all;
    auto& free = cover.mentors[0] ? floor(0).mentee_prices[0] : floor(0).mentor_prices[0];
    free = -1;
    EXPECT_EQ(flaw(), Flaw::price_negative);
}

TEST(TheCheckerOfFairSums, finds_a_sum_above_the_floors_that_is_not_the_best) {
    std::vector<Meeting> meetings;
    for (std::int32_t i = 0; i < 8; ++i) meetings.push_back({i, i, 10 + i});
    meetings.insert(meetings.end(), {{8, 8, 900}, {8, 9, 400}, {9, 8, 400}, {9, 9, 30}});
    auto const snapshot = fair_snapshot(meetings);
    auto assignment = *assign(snapshot);
    EXPECT_EQ(certify(snapshot, assignment).flaw, Flaw::none);
    auto const right = assignment;
    assignment.couples[8] = {8, 9};
    assignment.couples[9] = {9, 8};
    EXPECT_EQ(certify(snapshot, assignment).flaw, Flaw::prices_do_not_prove);
    assignment = right;
    assignment.mentor_prices[9] += {0, -1};
    EXPECT_EQ(certify(snapshot, assignment).flaw, Flaw::prices_do_not_prove);
}

}  // namespace

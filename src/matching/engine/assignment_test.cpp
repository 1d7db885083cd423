#include "matching/engine/assignment.hpp"

#include <algorithm>
#include <limits>

#include <gtest/gtest.h>

#include "matching/engine/certificate.hpp"

namespace {

using namespace matching::engine;

base::IdBytes numbered(std::uint8_t side, std::size_t number) {
    base::IdBytes identity{};
    identity[0] = side;
    identity[14] = static_cast<std::uint8_t>(number >> 8U);
    identity[15] = static_cast<std::uint8_t>(number);
    return identity;
}

Snapshot cohort_of(std::size_t mentors, std::size_t mentees, std::int32_t capacity = 1) {
    Snapshot snapshot;
    for (std::size_t i = 0; i < mentors; ++i) snapshot.mentors.push_back({numbered(1, i), capacity});
    for (std::size_t j = 0; j < mentees; ++j) snapshot.mentees.push_back({numbered(2, j), capacity});
    return snapshot;
}

void allow(Snapshot& snapshot, Index mentor, Index mentee, std::int32_t benefit) {
    snapshot.candidates.push_back({mentor, mentee, benefit, benefit, benefit});
}

Snapshot random_snapshot(std::uint64_t seed, std::size_t mentors = 12, std::size_t mentees = 9) {
    auto const random = base::seeded_random(seed);
    auto snapshot = cohort_of(mentors, mentees);
    for (auto& mentor : snapshot.mentors) mentor.capacity = static_cast<std::int32_t>(random->below(3));
    for (auto& mentee : snapshot.mentees) mentee.capacity = static_cast<std::int32_t>(random->below(3));
    for (Index i = 0; i < mentors; ++i)
        for (Index j = 0; j < mentees; ++j)
            if (random->below(3) == 0)
                snapshot.candidates.push_back({i, j, static_cast<std::int32_t>(random->below(6)),
                                               static_cast<std::int32_t>(random->below(6)),
                                               static_cast<std::int32_t>(random->below(6))});
    snapshot.seed = seed;
    return snapshot;
}

void random_order(std::vector<Candidate>& rows, std::uint64_t seed) {
    auto const random = base::seeded_random(seed);
    for (auto left = rows.size(); left > 1; --left)
        std::swap(rows[left - 1], rows[static_cast<std::size_t>(random->below(left))]);
}

struct Solved {
    Assignment assignment;
    Certificate certificate;
};

Solved solve(Snapshot const& snapshot) {
    auto assignment = assign(snapshot);
    EXPECT_TRUE(assignment);
    auto certificate = certify(snapshot, *assignment);
    EXPECT_TRUE(certificate.verified()) << to_text(certificate.flaw);
    return {std::move(*assignment), certificate};
}

constexpr std::array kObjectives{Objective::best, Objective::stable, Objective::fair, Objective::balanced};

TEST(AnAssignment, of_nobody_is_empty) {
    for (auto const objective : kObjectives) {
        for (auto const& [mentors, mentees] : {std::pair{0, 0}, {3, 0}, {0, 3}, {3, 3}}) {
            auto snapshot = cohort_of(static_cast<std::size_t>(mentors), static_cast<std::size_t>(mentees));
            snapshot.objective = objective;
            EXPECT_TRUE(solve(snapshot).assignment.couples.empty());
        }
    }
}

TEST(AnAssignment, leaves_out_those_whom_nobody_may_meet) {
    auto snapshot = cohort_of(1, 8);
    for (Index j = 2; j < 5; ++j) allow(snapshot, 0, j, static_cast<std::int32_t>(j));
    EXPECT_EQ(solve(snapshot).assignment.couples, (std::vector<Couple>{{0, 4}}));
}

TEST(AnAssignment, puts_people_before_benefit_only_when_asked_to) {
    auto snapshot = cohort_of(2, 2);
    allow(snapshot, 0, 0, 1000);
    allow(snapshot, 0, 1, 1);
    allow(snapshot, 1, 0, 1);
    EXPECT_EQ(solve(snapshot).certificate.pairs, 2);
    snapshot.priority = Priority::most_benefit;
    EXPECT_EQ(solve(snapshot).assignment.couples, (std::vector<Couple>{{0, 0}}));
}

TEST(AnAssignment, takes_a_couple_that_costs_points_only_to_reach_more_people) {
    auto snapshot = cohort_of(1, 1);
    allow(snapshot, 0, 0, -5);
    EXPECT_EQ(solve(snapshot).certificate.total_benefit, -5);
    snapshot.priority = Priority::most_benefit;
    EXPECT_EQ(solve(snapshot).certificate.pairs, 0);
}

TEST(AnAssignment, stays_exact_at_the_ends_of_the_numbers) {
    auto snapshot = cohort_of(60, 60, 2);
    for (Index i = 0; i < 60; ++i)
        for (Index j = 0; j < 60; ++j)
            allow(snapshot, i, j,
                  (i * 7 + j * 11) % 5 == 0 ? std::numeric_limits<std::int32_t>::min()
                                            : std::numeric_limits<std::int32_t>::max());
    EXPECT_EQ(solve(snapshot).certificate.total_benefit, 120LL * std::numeric_limits<std::int32_t>::max());
}

TEST(AnAssignment, follows_a_chain_through_everybody) {
    // Each mentor i may meet mentees i and i + 1, the last only its own: a long augmenting path.
    constexpr Index kLength = 400;
    auto snapshot = cohort_of(kLength, kLength);
    for (Index i = 0; i < kLength; ++i) {
        allow(snapshot, i, i, 1);
        if (i + 1 < kLength) allow(snapshot, i, i + 1, 1000);
    }
    auto const solved = solve(snapshot);
    EXPECT_EQ(solved.certificate.pairs, kLength);
    EXPECT_EQ(solved.certificate.total_benefit, kLength);
}

TEST(AnAssignment, shares_one_popular_mentor_by_the_draw) {
    auto snapshot = cohort_of(1, 100);
    for (Index j = 0; j < 100; ++j) allow(snapshot, 0, j, 500);
    std::vector<int> chosen(100, 0);
    for (snapshot.seed = 1; snapshot.seed <= 2'000; ++snapshot.seed)
        ++chosen[solve(snapshot).assignment.couples.front().mentee];
    EXPECT_LT(*std::max_element(chosen.begin(), chosen.end()), 50);
    EXPECT_GT(*std::min_element(chosen.begin(), chosen.end()), 3);
}

// Whatever people are called: the draw falls otherwise, what is reached does not.
TEST(AnAssignment, reaches_as_much_whatever_people_are_called) {
    for (auto const objective : kObjectives)
        for (std::uint64_t seed = 1; seed <= 100; ++seed) {
            auto snapshot = random_snapshot(seed);
            snapshot.objective = objective;
            auto renamed = snapshot;
            for (std::size_t i = 0; i < renamed.mentors.size(); ++i) renamed.mentors[i].identity = numbered(7, 90 - i);
            for (std::size_t j = 0; j < renamed.mentees.size(); ++j) renamed.mentees[j].identity = numbered(5, j * 77);
            auto const a = solve(snapshot);
            auto const b = solve(renamed);
            if (objective == Objective::stable) continue;  // ties: another largest answer, proved stable
            EXPECT_EQ(a.certificate.pairs, b.certificate.pairs);
            EXPECT_EQ(a.certificate.total_benefit, b.certificate.total_benefit);
        }
}

// Ten times as many on one side, some of whom nobody may meet, and everybody valued alike.
TEST(AnAssignment, fills_the_smaller_side_where_everybody_is_valued_alike) {
    for (auto const objective : kObjectives) {
        auto snapshot = cohort_of(100, 1000);
        snapshot.objective = objective;
        for (Index i = 0; i < 100; ++i)
            for (Index j = 0; j < 1000; ++j)
                if ((i + j) % 3 != 0 && i % 10 != 9 && j < 900) allow(snapshot, i, j, 500);
        auto const solved = solve(snapshot);
        EXPECT_EQ(solved.certificate.pairs, 90);
        EXPECT_EQ(solved.certificate.total_benefit, 90 * 500);
        EXPECT_EQ(solved.certificate.blocking_pairs, 0);
    }
}

TEST(AnAssignment, gives_nobody_who_has_no_place) {
    for (auto const objective : kObjectives)
        for (std::uint64_t seed = 1; seed <= 50; ++seed) {
            auto snapshot = random_snapshot(seed);
            snapshot.objective = objective;
            for (auto& mentor : snapshot.mentors) mentor.capacity = 0;
            EXPECT_TRUE(solve(snapshot).assignment.couples.empty());
        }
}

// What gains neither of the two anything is still somebody to meet.
TEST(AnAssignment, reaches_people_though_neither_direction_gains) {
    for (auto const objective : kObjectives) {
        auto snapshot = cohort_of(6, 6);
        snapshot.objective = objective;
        for (Index i = 0; i < 6; ++i) {
            allow(snapshot, i, i, 0);
            allow(snapshot, i, (i + 1) % 6, 0);
        }
        // All alike, two thirds are what *stable* promises.
        EXPECT_GE(solve(snapshot).certificate.pairs, objective == Objective::stable ? 4 : 6);
    }
}

TEST(AnAssignment, is_the_same_whatever_the_order_of_the_rows) {
    for (std::uint64_t seed = 1; seed <= 200; ++seed) {
        auto const snapshot = random_snapshot(seed);
        Snapshot turned = snapshot;
        std::reverse(turned.mentors.begin(), turned.mentors.end());
        turned.candidates.clear();
        auto const last = static_cast<Index>(snapshot.mentors.size() - 1);
        std::vector<Candidate> rows(snapshot.candidates.begin(), snapshot.candidates.end());
        random_order(rows, seed);
        for (auto candidate : rows) {
            candidate.mentor = last - candidate.mentor;
            turned.candidates.push_back(candidate);
        }
        for (auto const objective : kObjectives) {
            auto a = snapshot;
            auto b = turned;
            a.objective = b.objective = objective;
            EXPECT_EQ(fingerprint(a), fingerprint(b));
            EXPECT_EQ(result_hash(a, solve(a).assignment), result_hash(b, solve(b).assignment));
        }
    }
}

TEST(TheFingerprint, changes_with_everything_that_can_change_the_answer) {
    auto const snapshot = random_snapshot(3);
    auto const original = fingerprint(snapshot);
    auto const differs = [&](auto change) {
        auto changed = snapshot;
        change(changed);
        EXPECT_NE(fingerprint(changed), original);
    };
    differs([](Snapshot& s) { s.seed += 1; });
    differs([](Snapshot& s) { s.objective = Objective::stable; });
    differs([](Snapshot& s) { s.priority = Priority::most_benefit; });
    differs([](Snapshot& s) { s.mentors[0].capacity += 1; });
    differs([](Snapshot& s) { s.mentees[0].identity[3] = 9; });
    auto const first = snapshot.candidates[0];
    for (auto const benefit : {&Candidate::mentor_benefit, &Candidate::mentee_benefit, &Candidate::benefit})
        differs([&](Snapshot& s) {
            s.candidates = s.candidates.transformed([&](Candidate c) {
                if (c == first) c.*benefit += 1;
                return c;
            });
        });
    differs([&](Snapshot& s) { erase_if(s.candidates, [&](Candidate const& c) { return c == first; }); });
    differs([](Snapshot& s) { s.locks.push_back({0, 0}); });
    differs([](Snapshot& s) { s.bans.push_back({0, 0}); });
}

TEST(TheBestSum, is_the_same_with_the_sides_swapped) {
    for (std::uint64_t seed = 1; seed <= 200; ++seed) {
        auto const snapshot = random_snapshot(seed);
        auto swapped = snapshot;
        std::swap(swapped.mentors, swapped.mentees);
        swapped.candidates = snapshot.candidates.transformed([](Candidate const& c) {
            return Candidate{c.mentee, c.mentor, c.mentee_benefit, c.mentor_benefit, c.benefit};
        });
        auto const a = solve(snapshot).certificate;
        auto const b = solve(swapped).certificate;
        EXPECT_EQ(std::pair(a.pairs, a.total_benefit), std::pair(b.pairs, b.total_benefit));
    }
}

TEST(TheBestSum, keeps_its_pairs_when_every_figure_rises_by_the_same) {
    for (std::uint64_t seed = 1; seed <= 200; ++seed) {
        auto snapshot = random_snapshot(seed);
        auto const before = solve(snapshot);
        snapshot.candidates = snapshot.candidates.transformed([](Candidate c) {
            c.benefit += 1'000;
            return c;
        });
        auto const after = solve(snapshot);
        EXPECT_EQ(after.certificate.pairs, before.certificate.pairs);
        EXPECT_EQ(after.certificate.total_benefit, before.certificate.total_benefit + 1'000 * before.certificate.pairs);
    }
}

TEST(TheBestSum, doubles_with_two_cohorts_side_by_side) {
    for (std::uint64_t seed = 1; seed <= 100; ++seed) {
        auto const one = random_snapshot(seed);
        auto two = one;
        auto const mentors = static_cast<Index>(one.mentors.size());
        auto const mentees = static_cast<Index>(one.mentees.size());
        for (auto mentor : one.mentors)
            two.mentors.push_back({(mentor.identity[0] = 11, mentor.identity), mentor.capacity});
        for (auto mentee : one.mentees)
            two.mentees.push_back({(mentee.identity[0] = 12, mentee.identity), mentee.capacity});
        for (auto c : one.candidates) {
            c.mentor += mentors;
            c.mentee += mentees;
            two.candidates.push_back(c);
        }
        EXPECT_EQ(solve(two).certificate.total_benefit, 2 * solve(one).certificate.total_benefit);
        EXPECT_EQ(solve(two).certificate.pairs, 2 * solve(one).certificate.pairs);
    }
}

TEST(AnAssignment, does_not_change_when_somebody_without_a_partner_leaves) {
    for (auto const objective : kObjectives)
        for (std::uint64_t seed = 1; seed <= 200; ++seed) {
            auto snapshot = random_snapshot(seed);
            snapshot.objective = objective;
            auto const before = solve(snapshot);
            std::vector<bool> has_partner(snapshot.mentors.size(), false);
            for (auto const& couple : before.assignment.couples) has_partner[couple.mentor] = true;
            for (std::size_t i = 0; i < has_partner.size(); ++i)
                if (!has_partner[i]) snapshot.mentors[i].capacity = 0;
            auto const after = solve(snapshot);
            EXPECT_EQ(after.certificate.pairs, before.certificate.pairs);
            if (objective == Objective::best) {
                EXPECT_EQ(after.certificate.total_benefit, before.certificate.total_benefit);
            }
        }
}

TEST(AnAssignment, does_not_change_when_a_couple_of_it_is_kept_together) {
    for (auto const objective : kObjectives)
        for (std::uint64_t seed = 1; seed <= 200; ++seed) {
            auto snapshot = random_snapshot(seed);
            snapshot.objective = objective;
            auto const before = solve(snapshot);
            if (before.assignment.couples.empty()) continue;
            snapshot.locks.push_back(before.assignment.couples[seed % before.assignment.couples.size()]);
            auto const after = solve(snapshot);
            EXPECT_TRUE(after.assignment.unplaced_locks.empty());
            EXPECT_TRUE(std::count(after.assignment.couples.begin(), after.assignment.couples.end(),
                                   snapshot.locks.front()) == 1);
            if (objective == Objective::best) {
                EXPECT_EQ(after.certificate.pairs, before.certificate.pairs);
                EXPECT_EQ(after.certificate.total_benefit, before.certificate.total_benefit);
            }
        }
}

// Rural hospitals: with nobody valued alike, everyone has the same number of partners in every stable matching, so
// it does not matter which side asks.
TEST(AStableMatching, gives_everybody_as_many_partners_whichever_side_asks) {
    for (std::uint64_t seed = 1; seed <= 200; ++seed) {
        auto const random = base::seeded_random(seed);
        auto snapshot = cohort_of(8, 7);
        snapshot.objective = Objective::stable;
        for (auto& mentor : snapshot.mentors) mentor.capacity = static_cast<std::int32_t>(random->below(3));
        for (auto& mentee : snapshot.mentees) mentee.capacity = static_cast<std::int32_t>(random->below(3));
        for (Index i = 0; i < 8; ++i)
            for (Index j = 0; j < 7; ++j)
                if (random->below(2) == 0)
                    snapshot.candidates.push_back({i, j, static_cast<std::int32_t>(random->below(1U << 30U)),
                                                   static_cast<std::int32_t>(random->below(1U << 30U)), 1});
        auto swapped = snapshot;
        std::swap(swapped.mentors, swapped.mentees);
        swapped.candidates = snapshot.candidates.transformed([](Candidate const& c) {
            return Candidate{c.mentee, c.mentor, c.mentee_benefit, c.mentor_benefit, c.benefit};
        });
        std::vector<int> partners(15, 0);
        std::int64_t mentor_sum_asking = 0;
        std::int64_t mentor_sum_asked = 0;
        auto const benefit_of = [&](Couple couple) {
            return (*std::find_if(
                        snapshot.candidates.begin(), snapshot.candidates.end(),
                        [&](Candidate const& c) { return c.mentor == couple.mentor && c.mentee == couple.mentee; }))
                .mentor_benefit;
        };
        for (auto const& couple : solve(snapshot).assignment.couples) {
            ++partners[couple.mentor];
            ++partners[8 + couple.mentee];
            mentor_sum_asking += benefit_of(couple);
        }
        for (auto const& couple : solve(swapped).assignment.couples) {
            --partners[couple.mentee];
            --partners[8 + couple.mentor];
            mentor_sum_asked += benefit_of({couple.mentee, couple.mentor});
        }
        EXPECT_TRUE(std::all_of(partners.begin(), partners.end(), [](int n) { return n == 0; }));
        EXPECT_GE(mentor_sum_asking, mentor_sum_asked);
    }
}

TEST(ALock, that_cannot_be_kept_is_reported_with_what_it_stands_against) {
    for (auto const objective : kObjectives) {
        auto snapshot = cohort_of(2, 3);
        snapshot.objective = objective;
        for (Index i = 0; i < 2; ++i)
            for (Index j = 0; j < 2; ++j) allow(snapshot, i, j, 5);
        snapshot.locks = {{0, 0}, {0, 1}, {1, 2}, {1, 0}};
        snapshot.bans = {{1, 0}};
        auto const unplaced = solve(snapshot).assignment.unplaced_locks;
        ASSERT_EQ(unplaced.size(), 3U);
        for (auto const& lock : unplaced) {
            if (lock.couple == Couple{1, 2}) {
                EXPECT_EQ(lock.flaw, LockFlaw::not_available);
            } else if (lock.couple == Couple{1, 0}) {
                EXPECT_EQ(lock.flaw, LockFlaw::apart);
            } else {
                EXPECT_EQ(lock.flaw, LockFlaw::no_place);
                ASSERT_EQ(lock.against.size(), 1U);
                EXPECT_EQ(lock.against[0].mentor, 0U);
                EXPECT_NE(lock.against[0], lock.couple);
            }
        }
    }
}

TEST(ABan, keeps_two_people_apart) {
    for (auto const objective : kObjectives) {
        auto snapshot = cohort_of(1, 2);
        snapshot.objective = objective;
        allow(snapshot, 0, 0, 900);
        allow(snapshot, 0, 1, 100);
        snapshot.bans = {{0, 0}};
        EXPECT_EQ(solve(snapshot).assignment.couples, (std::vector<Couple>{{0, 1}}));
    }
}

TEST(AnAssignment, refuses_a_snapshot_that_contradicts_itself) {
    auto const code_of = [](Snapshot const& snapshot) {
        auto const answer = assign(snapshot);
        return answer ? std::string("none") : answer.refusal().code;
    };
    auto snapshot = cohort_of(1, 1);
    allow(snapshot, 0, 1, 1);
    EXPECT_EQ(code_of(snapshot), "person_unknown");
    snapshot = cohort_of(1, 1, -1);
    EXPECT_EQ(code_of(snapshot), "capacity_negative");
    snapshot = cohort_of(1, 1, kMostPlaces + 1);
    EXPECT_EQ(code_of(snapshot), "capacity_too_large");
    snapshot = cohort_of(2, 1);
    snapshot.mentors[1] = snapshot.mentors[0];
    EXPECT_EQ(code_of(snapshot), "identity_twice");
    snapshot = cohort_of(1, 1);
    allow(snapshot, 0, 0, 1);
    allow(snapshot, 0, 0, 2);
    EXPECT_EQ(code_of(snapshot), "candidate_twice");
}

TEST(AnAssignment, refuses_to_keep_somebody_together_with_themselves) {
    auto snapshot = cohort_of(2, 2);
    allow(snapshot, 0, 1, 5);
    allow(snapshot, 1, 0, 5);
    snapshot.locks = {{0, 1}};
    EXPECT_TRUE(assign(snapshot));
    snapshot.locks = {{0, 1}, {1, 1}};
    snapshot.shared = {{1, 1, 1}};
    auto const by_places = assign(snapshot);
    ASSERT_FALSE(by_places);
    EXPECT_EQ(by_places.refusal().code, "same_person");
    snapshot.shared.clear();
    EXPECT_TRUE(assign(snapshot)) << "these are two people";
    snapshot.mentees[1].identity = snapshot.mentors[1].identity;
    auto const by_identity = assign(snapshot);
    ASSERT_FALSE(by_identity);
    EXPECT_EQ(by_identity.refusal().code, "same_person");
}

TEST(AnAssignment, stops_when_told_to) {
    for (auto const objective : kObjectives) {
        auto snapshot = random_snapshot(1);
        snapshot.objective = objective;
        auto const answer = assign(snapshot, [](auto, auto) { return false; });
        ASSERT_FALSE(answer);
        EXPECT_EQ(answer.refusal().code, "cancelled");
    }
}

// The checker must see every way in which a result can be wrong.
class TheChecker : public testing::Test {
  protected:
    Snapshot snapshot = [] {
        auto made = cohort_of(2, 2);
        allow(made, 0, 0, 3);
        allow(made, 0, 1, 5);
        allow(made, 1, 0, 4);
        return made;
    }();
    Assignment assignment = *assign(snapshot);

    Flaw flaw() { return certify(snapshot, assignment).flaw; }
};

TEST_F(TheChecker, passes_what_is_right) {
    EXPECT_EQ(flaw(), Flaw::none);
}
TEST_F(TheChecker, finds_a_pair_that_may_not_be) {
    assignment.couples = {{1, 1}};
    EXPECT_EQ(flaw(), Flaw::couple_unknown);
}
TEST_F(TheChecker, finds_a_pair_that_stands_twice) {
    assignment.couples.push_back(assignment.couples.front());
    EXPECT_EQ(flaw(), Flaw::couple_twice);
}
TEST_F(TheChecker, finds_a_ban_that_was_forgotten) {
    snapshot.bans = {{0, 1}};
    EXPECT_EQ(flaw(), Flaw::couple_apart);
}
TEST_F(TheChecker, finds_somebody_with_too_many_partners) {
    assignment.couples = {{0, 0}, {0, 1}};
    EXPECT_EQ(flaw(), Flaw::over_capacity);
}
TEST_F(TheChecker, finds_a_lock_that_was_forgotten) {
    snapshot.locks = {{0, 0}};
    EXPECT_EQ(flaw(), Flaw::lock_missing);
}
TEST_F(TheChecker, finds_missing_and_negative_prices) {
    auto prices = assignment.mentor_prices;
    assignment.mentor_prices.clear();
    EXPECT_EQ(flaw(), Flaw::prices_missing);
    assignment.mentor_prices = prices;
    assignment.mentor_prices[0] = {-1, 0};
    EXPECT_EQ(flaw(), Flaw::price_negative);
}
TEST_F(TheChecker, finds_a_result_that_is_not_the_best) {
    assignment.couples = {{0, 0}};
    EXPECT_EQ(flaw(), Flaw::prices_do_not_prove);
}
TEST_F(TheChecker, finds_a_price_that_was_touched) {
    assignment.mentee_prices[0] += {0, 1};
    EXPECT_EQ(flaw(), Flaw::prices_do_not_prove);
}
TEST_F(TheChecker, finds_two_people_who_would_both_rather) {
    snapshot.objective = Objective::stable;
    assignment.couples = {{0, 0}};
    EXPECT_EQ(flaw(), Flaw::blocking_pairs);
    EXPECT_EQ(certify(snapshot, assignment).blocking_pairs, 2);
}

TEST(ABalancedMatching, is_stable_where_that_costs_nothing) {
    // Everybody with everybody is worth the same together; 0 and 0, 1 and 1 would both rather have each other.
    auto snapshot = cohort_of(2, 2);
    for (Index i = 0; i < 2; ++i)
        for (Index j = 0; j < 2; ++j)
            snapshot.candidates.push_back({i, j, i == j ? 900 : 100, i == j ? 900 : 100, 500});
    int not_stable = 0;
    for (snapshot.seed = 1; snapshot.seed <= 20; ++snapshot.seed) {
        snapshot.objective = Objective::best;
        not_stable += solve(snapshot).certificate.blocking_pairs > 0 ? 1 : 0;
        snapshot.objective = Objective::balanced;
        EXPECT_EQ(solve(snapshot).certificate.blocking_pairs, 0);
    }
    EXPECT_GT(not_stable, 0) << "the example must be one in which best alone is not";
}

}  // namespace

// Families of cases that an answer must hold in whatever it is asked for (docs/engine.md names the test of each): what
// is changed in a way that must not matter, and markets built to be hard.
#include <algorithm>
#include <array>
#include <limits>
#include <set>

#include <gtest/gtest.h>

#include "base/random.hpp"
#include "matching/engine/assignment.hpp"
#include "matching/engine/certificate.hpp"
#include "matching/engine/coverage.hpp"
#include "support/cohort.hpp"

namespace {

using namespace matching::engine;

constexpr std::array kEveryObjective{Objective::best, Objective::stable, Objective::fair, Objective::balanced};

Snapshot people(std::uint32_t mentors, std::uint32_t mentees, std::int32_t places = 1) {
    Snapshot snapshot;
    for (std::uint32_t i = 0; i < mentors; ++i) snapshot.mentors.push_back({support::cohort_identity(1, i), places});
    for (std::uint32_t j = 0; j < mentees; ++j) snapshot.mentees.push_back({support::cohort_identity(2, j), places});
    return snapshot;
}

// Nobody values two people alike, so there is nothing to draw.
Snapshot strict_market(std::uint64_t seed, std::int32_t most_places) {
    auto const random = base::seeded_random(seed);
    auto snapshot = people(9, 8);
    for (auto* side : {&snapshot.mentors, &snapshot.mentees})
        for (auto& person : *side)
            person.capacity = 1 + static_cast<std::int32_t>(random->below(static_cast<std::uint64_t>(most_places)));
    std::set<std::int32_t> used;
    auto const figure = [&] {
        for (;;)
            if (auto const drawn = static_cast<std::int32_t>(random->below(100'000)); used.insert(drawn).second)
                return drawn;
    };
    for (Index i = 0; i < 9; ++i)
        for (Index j = 0; j < 8; ++j)
            if (random->below(10) < 6) snapshot.candidates.push_back({i, j, figure(), figure(), figure()});
    snapshot.objective = Objective::stable;
    snapshot.seed = seed;
    return snapshot;
}

Assignment proved(Snapshot const& snapshot) {
    auto assignment = assign(snapshot);
    EXPECT_TRUE(assignment);
    auto const certificate = certify(snapshot, *assignment);
    EXPECT_TRUE(certificate.verified()) << to_text(certificate.flaw);
    return std::move(*assignment);
}
Certificate measured(Snapshot const& snapshot) {
    return certify(snapshot, proved(snapshot));
}

std::vector<std::pair<std::int32_t, std::int64_t>> floors_in(Assignment const& assignment, std::int64_t times = 1) {
    std::vector<std::pair<std::int32_t, std::int64_t>> floors;
    if (assignment.floors)
        for (auto const& floor : assignment.floors->floors) floors.emplace_back(floor.benefit, times * floor.couples);
    return floors;
}

// Metamorphic.

TEST(AStrictStableAnswer, is_the_same_whatever_people_are_called_and_whatever_the_draw) {
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
        auto const snapshot = strict_market(seed, 2);
        auto renamed = snapshot;
        for (std::uint32_t i = 0; i < renamed.mentors.size(); ++i)
            renamed.mentors[i].identity = support::cohort_identity(7, 90 - i);
        renamed.seed = seed + 5;
        EXPECT_EQ(proved(renamed).couples, proved(snapshot).couples) << seed;
    }
}

TEST(AStrictStableAnswer, is_the_same_when_every_figure_rises_by_the_same) {
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
        auto snapshot = strict_market(seed, 2);
        auto const before = proved(snapshot).couples;
        snapshot.candidates = snapshot.candidates.transformed([](Candidate c) {
            return Candidate{c.mentor, c.mentee, c.mentor_benefit + 777, c.mentee_benefit + 777, c.benefit + 777};
        });
        EXPECT_EQ(proved(snapshot).couples, before) << seed;
    }
}

// Whoever of the mentees has no partner was never asked; without the mentors who have none the answer is still stable.
TEST(AStrictStableAnswer, is_unchanged_without_whoever_has_no_partner) {
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
        auto snapshot = strict_market(seed, 1);
        auto const before = proved(snapshot);
        std::set<Index> mentors;
        std::set<Index> mentees;
        for (auto const& couple : before.couples) {
            mentors.insert(couple.mentor);
            mentees.insert(couple.mentee);
        }
        erase_if(snapshot.candidates, [&](Candidate const& c) { return !mentees.contains(c.mentee); });
        EXPECT_EQ(proved(snapshot).couples, before.couples) << seed;
        erase_if(snapshot.candidates, [&](Candidate const& c) { return !mentors.contains(c.mentor); });
        EXPECT_EQ(certify(snapshot, before).blocking_pairs, 0) << seed;
    }
}

// Of all stable answers each mentor has the best partner there is in any, each mentee the worst; asked the other way
// round, the other way round (Gale and Shapley 1962; McVitie and Wilson 1971).
TEST(AStrictStableAnswer, is_the_best_for_everybody_who_asks_and_the_worst_for_who_is_asked) {
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
        auto const snapshot = strict_market(seed, 1);
        auto swapped = snapshot;
        std::swap(swapped.mentors, swapped.mentees);
        swapped.candidates = snapshot.candidates.transformed([](Candidate const& c) {
            return Candidate{c.mentee, c.mentor, c.mentee_benefit, c.mentor_benefit, c.benefit};
        });
        auto const asking = proved(snapshot).couples;
        auto const asked = proved(swapped).couples;
        ASSERT_EQ(asking.size(), asked.size());
        auto const find = [&](Couple couple) {
            Candidate found;
            snapshot.candidates.for_each([&](Candidate const& c) {
                if (c.mentor == couple.mentor && c.mentee == couple.mentee) found = c;
            });
            return found;
        };
        for (auto const& mine : asking)
            for (auto const& turned : asked) {
                auto const other = find({turned.mentee, turned.mentor});
                if (turned.mentee == mine.mentor) {
                    EXPECT_GE(find(mine).mentor_benefit, other.mentor_benefit) << seed;
                }
                if (turned.mentor == mine.mentee) {
                    EXPECT_LE(find(mine).mentee_benefit, other.mentee_benefit) << seed;
                }
            }
    }
}

TEST(EveryObjective, gives_two_cohorts_side_by_side_what_it_gives_each) {
    for (std::uint64_t seed = 1; seed <= 12; ++seed)
        for (auto const objective : kEveryObjective) {
            auto one = strict_market(seed, 2);
            one.objective = objective;
            auto two = one;
            for (std::uint32_t i = 0; i < 9; ++i)
                two.mentors.push_back({support::cohort_identity(3, i), one.mentors[i].capacity});
            for (std::uint32_t j = 0; j < 8; ++j)
                two.mentees.push_back({support::cohort_identity(4, j), one.mentees[j].capacity});
            for (auto c : one.candidates) {
                c.mentor += 9;
                c.mentee += 8;
                two.candidates.push_back(c);
            }
            auto const once = proved(one);
            auto const twice = proved(two);
            EXPECT_EQ(twice.couples.size(), 2 * once.couples.size()) << seed;
            EXPECT_EQ(certify(two, twice).total_benefit, 2 * certify(one, once).total_benefit) << seed;
            EXPECT_EQ(floors_in(twice), floors_in(once, 2)) << seed;
        }
}

TEST(EveryObjective, has_as_many_pairs_when_one_of_them_is_kept_together) {
    for (std::uint64_t seed = 1; seed <= 5; ++seed)
        for (auto const objective : {Objective::best, Objective::fair, Objective::balanced}) {
            auto snapshot = strict_market(seed, 2);
            snapshot.objective = objective;
            auto const before = proved(snapshot);
            for (auto const& couple : before.couples) {
                snapshot.locks = {couple};
                auto const after = measured(snapshot);
                EXPECT_EQ(after.pairs, std::ssize(before.couples)) << seed;
                if (objective != Objective::fair) {
                    EXPECT_EQ(after.total_benefit, certify(snapshot, before).total_benefit) << seed;
                }
            }
        }
}

// Adversarial.

TEST(EveryObjective, gives_one_of_eight_to_the_only_one) {
    for (auto const objective : kEveryObjective)
        for (auto const is_turned : {false, true}) {
            auto snapshot = is_turned ? people(8, 1) : people(1, 8);
            snapshot.objective = objective;
            for (Index k = 0; k < 8; ++k) {
                auto const benefit = k == 5 ? 900 : 100;
                snapshot.candidates.push_back({is_turned ? k : 0, is_turned ? 0 : k, benefit, benefit, benefit});
            }
            EXPECT_EQ(proved(snapshot).couples, (std::vector<Couple>{is_turned ? Couple{5, 0} : Couple{0, 5}}));
        }
}

// One mentor whom everybody would have, and for each mentee one other.
TEST(EveryObjective, leaves_nobody_alone_for_a_mentor_whom_all_want) {
    for (auto const objective : kEveryObjective) {
        auto snapshot = people(41, 40);
        snapshot.objective = objective;
        for (Index j = 0; j < 40; ++j) snapshot.candidates.push_back({0, j, 1000, 1000, 1000});
        for (Index j = 0; j < 40; ++j) snapshot.candidates.push_back({j + 1, j, 1, 1, 1});
        EXPECT_EQ(measured(snapshot).pairs, 40);
    }
}

// Each mentor may meet two mentees that stand beside each other; one move at the end moves everybody.
TEST(EveryObjective, follows_a_chain_through_everybody_where_that_reaches_more) {
    static constexpr Index kLength = 200;
    for (auto const objective : {Objective::best, Objective::fair, Objective::balanced}) {
        auto snapshot = people(kLength, kLength);
        snapshot.objective = objective;
        for (Index i = 0; i < kLength; ++i) {
            snapshot.candidates.push_back({i, i, 1, 1, 1});
            if (i + 1 < kLength) snapshot.candidates.push_back({i, i + 1, 1000, 1000, 1000});
        }
        EXPECT_EQ(measured(snapshot).pairs, kLength);
    }
}

TEST(EveryObjective, is_proved_at_the_ends_of_the_numbers) {
    static constexpr auto kLeast = std::numeric_limits<std::int32_t>::min();
    static constexpr auto kMost = std::numeric_limits<std::int32_t>::max();
    for (auto const objective : kEveryObjective) {
        auto snapshot = people(12, 12);
        snapshot.objective = objective;
        for (Index i = 0; i < 12; ++i)
            for (Index j = 0; j < 12; ++j) {
                auto const benefit = (i * 5 + j * 7) % 4 == 0 ? kMost : kLeast;
                snapshot.candidates.push_back({i, j, benefit, benefit, benefit});
            }
        EXPECT_EQ(measured(snapshot).pairs, 12);
    }
}

TEST(EveryObjective, refuses_a_couple_that_stands_twice) {
    for (auto const objective : kEveryObjective) {
        auto snapshot = people(2, 2);
        snapshot.objective = objective;
        for (auto const benefit : {7, 8}) snapshot.candidates.push_back({1, 1, benefit, benefit, benefit});
        EXPECT_EQ(assign(snapshot).refusal().code, "candidate_twice");
    }
}

TEST(EveryObjective, passes_over_people_whom_nobody_may_meet_on_either_side) {
    for (auto const objective : kEveryObjective) {
        auto snapshot = people(30, 30, 2);
        snapshot.objective = objective;
        for (Index i = 10; i < 20; ++i) snapshot.candidates.push_back({i, 29 - i, 3, 4, 5});
        EXPECT_EQ(measured(snapshot).pairs, 10);
    }
}

// Most mentees want what one mentor in ten brings: the cover names exactly those.
TEST(AShortage, is_proved_by_those_who_alone_could_serve) {
    for (auto const objective : kEveryObjective) {
        auto const random = base::seeded_random(9);
        auto snapshot = people(300, 300);
        snapshot.objective = objective;
        for (Index i = 0; i < 300; ++i)
            for (Index j = 0; j < 300; ++j) {
                auto const is_rare = j < 200;
                if ((is_rare && i >= 30) || random->below(is_rare ? 3 : 30) != 0) continue;
                auto const benefit = 1 + static_cast<std::int32_t>(random->below(900));
                snapshot.candidates.push_back({i, j, benefit, benefit, benefit});
            }
        auto const pairs = measured(snapshot).pairs;
        EXPECT_LE(pairs, 30 + 100);
        EXPECT_GE(pairs, objective == Objective::stable ? 87 : 130) << "two thirds are what *stable* promises";
    }
}

}  // namespace

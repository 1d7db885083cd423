#include "matching/engine/suggestions.hpp"

#include <algorithm>
#include <set>

#include <gtest/gtest.h>

#include "base/random.hpp"
#include "matching/engine/certificate.hpp"

namespace {

using namespace matching::engine;

Snapshot cohort(base::Random& random, std::uint64_t most_people, std::uint64_t most_places) {
    Snapshot snapshot;
    snapshot.seed = random.next();
    auto const add = [&](std::vector<Participant>& side) {
        for (auto n = 1 + random.below(most_people); n > 0; --n)
            side.push_back({base::AnyId::make(random).bytes, static_cast<std::int32_t>(random.below(most_places + 1))});
    };
    add(snapshot.mentors);
    add(snapshot.mentees);
    auto const density = 1 + random.below(9);
    for (Index i = 0; i < snapshot.mentors.size(); ++i)
        for (Index j = 0; j < snapshot.mentees.size(); ++j)
            if (random.below(10) < density) {
                auto const benefit = 1 + static_cast<std::int32_t>(random.below(1000));
                snapshot.candidates.push_back({i, j, benefit, 1001 - benefit, benefit});
            }
    return snapshot;
}

// Is there a way to put `people` (one place each) on lists with this room? By trying everybody in turn.
bool can_serve(std::vector<Index> const& people, std::size_t at, std::vector<Couple> const& open,
               std::vector<std::int32_t>& room) {
    if (at == people.size()) return true;
    for (auto const& couple : open)
        if (couple.mentor == people[at] && room[couple.mentee] > 0) {
            --room[couple.mentee];
            auto const done = can_serve(people, at + 1, open, room);
            ++room[couple.mentee];
            if (done) return true;
        }
    return false;
}

TEST(TheSuggestions, keep_their_four_promises_in_every_small_cohort) {
    auto const random = base::seeded_random(8);
    int reserves = 0;
    int served = 0;
    int costly = 0;
    for (int n = 0; n < 2'000; ++n) {
        auto snapshot = cohort(*random, 7, 2);
        snapshot.objective = std::array{Objective::best, Objective::stable, Objective::fair}[random->below(3)];
        if (random->below(4) == 0) snapshot.priority = Priority::most_benefit;
        auto const assignment = assign(snapshot);
        ASSERT_TRUE(assignment);
        for (std::int32_t each = 1; each <= 3; ++each) {
            auto const suggestions = suggest(snapshot, *assignment, each);
            ASSERT_TRUE(suggestions);
            ASSERT_EQ(check_suggestions(snapshot, *assignment, *suggestions, each), SuggestionFlaw::none)
                << "case " << n << ", each " << each;
            reserves += static_cast<int>(suggestions->in_reserve.size());
            served += static_cast<int>(suggestions->for_mentors.size() + suggestions->for_mentees.size());
            costly += static_cast<int>(suggestions->costly.size());
        }
    }
    EXPECT_GT(reserves, 100) << "the cases must need reserves";
    EXPECT_GT(served, 100);
    EXPECT_GT(costly, 100);
}

TEST(TheSuggestions, serve_as_many_mentors_as_any_way_would) {
    auto const random = base::seeded_random(9);
    for (int n = 0; n < 500; ++n) {
        auto const snapshot = cohort(*random, 6, 1);
        auto const assignment = assign(snapshot);
        auto const suggestions = suggest(snapshot, *assignment, 2);
        ASSERT_TRUE(suggestions);
        std::vector<std::int32_t> room(snapshot.mentees.size());
        for (std::size_t j = 0; j < room.size(); ++j) room[j] = 2 * snapshot.mentees[j].capacity;
        std::set<Index> with_a_list;
        std::vector<Couple> open;
        for (auto const& couple : assignment->couples) {
            with_a_list.insert(couple.mentor);
            --room[couple.mentee];
        }
        for (auto const& c : snapshot.candidates)
            if (snapshot.mentors[c.mentor].capacity > 0) open.push_back({c.mentor, c.mentee});
        std::vector<Index> without;
        for (Index i = 0; i < snapshot.mentors.size(); ++i)
            if (!with_a_list.contains(i)) without.push_back(i);
        std::size_t most = 0;
        for (unsigned chosen = 0; chosen < 1U << without.size(); ++chosen) {
            std::vector<Index> people;
            for (std::size_t k = 0; k < without.size(); ++k)
                if ((chosen >> k & 1U) != 0) people.push_back(without[k]);
            if (people.size() > most && can_serve(people, 0, open, room)) most = people.size();
        }
        ASSERT_EQ(suggestions->for_mentors.size(), most) << "case " << n;
    }
}

TEST(TheSuggestions, give_a_second_way_where_there_is_one) {
    // One mentee is loved by both mentors, the other by one of them: with one list each, a no costs a couple.
    Snapshot snapshot;
    auto const random = base::seeded_random(3);
    for (int k = 0; k < 2; ++k) snapshot.mentors.push_back({base::AnyId::make(*random).bytes, 1});
    for (int k = 0; k < 2; ++k) snapshot.mentees.push_back({base::AnyId::make(*random).bytes, 1});
    for (Index i = 0; i < 2; ++i)
        for (Index j = 0; j < 2; ++j) snapshot.candidates.push_back({i, j, 1, 1, i == j ? 900 : 100});
    auto const assignment = assign(snapshot);
    EXPECT_EQ(suggest(snapshot, *assignment, 1)->costly.size(), 2U);
    auto const two = suggest(snapshot, *assignment, 2);
    EXPECT_TRUE(two->costly.empty());
    EXPECT_EQ(two->further().size(), 2U);
}

TEST(TheSuggestions, are_fewer_for_whoever_shares_their_places) {
    auto const random = base::seeded_random(4);
    for (int n = 0; n < 200; ++n) {
        auto snapshot = cohort(*random, 6, 2);
        for (Index i = 0; i < std::min(snapshot.mentors.size(), snapshot.mentees.size()); ++i)
            snapshot.shared.push_back({i, i, static_cast<std::int32_t>(random->below(3))});
        auto const assignment = assign(snapshot);
        auto const suggestions = suggest(snapshot, *assignment, 3);
        ASSERT_TRUE(suggestions);
        ASSERT_EQ(check_suggestions(snapshot, *assignment, *suggestions, 3), SuggestionFlaw::none) << n;
    }
}

TEST(TheSuggestionCheck, finds_what_does_not_hold) {
    auto const random = base::seeded_random(5);
    auto snapshot = cohort(*random, 7, 1);
    for (auto& mentor : snapshot.mentors) mentor.capacity = 1;
    for (auto& mentee : snapshot.mentees) mentee.capacity = 1;
    snapshot.candidates.clear();
    for (Index i = 0; i < snapshot.mentors.size(); ++i)
        for (Index j = 0; j < snapshot.mentees.size(); ++j) snapshot.candidates.push_back({i, j, 1, 1, 1});
    auto const assignment = assign(snapshot);
    auto const right = *suggest(snapshot, *assignment, 2);
    auto const flaw = [&](Suggestions const& changed, std::int32_t each = 2) {
        return check_suggestions(snapshot, *assignment, changed, each);
    };
    ASSERT_EQ(flaw(right), SuggestionFlaw::none);
    auto changed = right;
    changed.filled_up.push_back({99, 0});
    EXPECT_EQ(flaw(changed), SuggestionFlaw::not_open);
    changed = right;
    changed.filled_up.push_back(assignment->couples.front());
    EXPECT_EQ(flaw(changed), SuggestionFlaw::twice);
    EXPECT_EQ(flaw(right, 1), SuggestionFlaw::too_many_lists);
    changed = right;
    changed.costly = {assignment->couples.front()};
    EXPECT_EQ(flaw(changed), SuggestionFlaw::costly_wrong);
    changed = right;
    changed.mentors_served.mentees.flip();
    EXPECT_EQ(flaw(changed), SuggestionFlaw::not_served);
}

TEST(TheExpectedPairs, are_as_many_as_chance_gives) {
    // A hundred couples with one suggestion each: both are happy with 49 to 100.
    Snapshot snapshot;
    auto const random = base::seeded_random(6);
    std::vector<Couple> couples;
    for (Index k = 0; k < 100; ++k) {
        snapshot.mentors.push_back({base::AnyId::make(*random).bytes, 1});
        snapshot.mentees.push_back({base::AnyId::make(*random).bytes, 1});
        snapshot.candidates.push_back({k, k, 1, 1, 1});
        couples.push_back({k, k});
    }
    EXPECT_NEAR(static_cast<double>(expected_pairs(snapshot, couples, 70)), 4900, 150);
    EXPECT_EQ(expected_pairs(snapshot, couples, 100), 10'000);
    EXPECT_EQ(expected_pairs(snapshot, couples, 0), 0);
    EXPECT_EQ(expected_pairs(snapshot, couples, 70), expected_pairs(snapshot, couples, 70));
    snapshot.candidates.push_back({0, 1, 1, 1, 1});
    EXPECT_LE(expected_pairs(snapshot, couples, 60), expected_pairs(snapshot, couples, 80));
}

}  // namespace

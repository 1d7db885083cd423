#include "matching/engine/shared.hpp"

#include <gtest/gtest.h>

#include "matching/engine/candidate_search.hpp"
#include "matching/engine/certificate.hpp"

namespace {

using namespace matching::engine;

base::IdBytes person_numbered(std::uint8_t number) {
    base::IdBytes identity{};
    identity[15] = number;
    return identity;
}

// `people` who all stand on both sides with one place on each, `places` in all, and may meet everybody else, each
// couple worth as much as the next one.
Snapshot ring_of(std::uint8_t people, std::int32_t places) {
    Snapshot snapshot;
    for (std::uint8_t i = 0; i < people; ++i) {
        snapshot.mentors.push_back({person_numbered(i), 1});
        snapshot.mentees.push_back({person_numbered(i), 1});
        snapshot.shared.push_back({i, i, places});
    }
    for (Index i = 0; i < people; ++i)
        for (Index j = 0; j < people; ++j)
            if (i != j) snapshot.candidates.push_back({i, j, 5, 5, 5});
    return snapshot;
}

Assignment proved(Snapshot const& snapshot) {
    auto assignment = assign(snapshot);
    EXPECT_TRUE(assignment);
    auto const certificate = certify(snapshot, *assignment);
    EXPECT_TRUE(certificate.verified()) << to_text(certificate.flaw);
    return *std::move(assignment);
}

TEST(SharedPlaces, leave_one_of_three_without_a_partner) {
    EXPECT_EQ(proved(ring_of(3, 1)).couples.size(), 1U);
    EXPECT_EQ(proved(ring_of(4, 1)).couples.size(), 2U);
    EXPECT_EQ(proved(ring_of(5, 1)).couples.size(), 2U);
    EXPECT_EQ(proved(ring_of(3, 2)).couples.size(), 3U);
}

TEST(SharedPlaces, give_the_same_answer_whatever_the_order_of_the_rows) {
    auto const snapshot = ring_of(5, 1);
    auto turned = snapshot;
    turned.candidates.clear();
    for (auto at = snapshot.candidates.size(); at-- > 0;) turned.candidates.push_back(snapshot.candidates[at]);
    std::reverse(turned.shared.begin(), turned.shared.end());
    EXPECT_EQ(fingerprint(snapshot), fingerprint(turned));
    EXPECT_EQ(result_hash(snapshot, proved(snapshot)), result_hash(turned, proved(turned)));
}

TEST(SharedPlaces, are_not_proved_by_a_result_that_gives_one_too_many) {
    auto const snapshot = ring_of(4, 1);
    auto assignment = proved(snapshot);
    assignment.couples.push_back({assignment.couples[0].mentee, assignment.couples[0].mentor});
    std::sort(assignment.couples.begin(), assignment.couples.end());
    EXPECT_EQ(certify(snapshot, assignment).flaw, Flaw::over_capacity);
}

TEST(SharedPlaces, are_not_proved_by_a_smaller_result_or_a_tree_with_a_branch_cut_off) {
    auto const snapshot = ring_of(5, 1);
    auto smaller = proved(snapshot);
    smaller.couples.pop_back();
    EXPECT_EQ(certify(snapshot, smaller).flaw, Flaw::prices_do_not_prove);
    auto cut = proved(snapshot);
    ASSERT_TRUE(cut.proof[0].split);
    cut.proof[0].split->other = 0;
    EXPECT_NE(certify(snapshot, cut).flaw, Flaw::none);
    auto wider = proved(snapshot);
    wider.proof[0].split->places += 1;
    EXPECT_NE(certify(snapshot, wider).flaw, Flaw::none);
}

TEST(SharedPlaces, are_held_by_locks_before_anything_else) {
    auto snapshot = ring_of(3, 1);
    snapshot.locks = {{0, 1}, {2, 0}};
    auto const assignment = proved(snapshot);
    EXPECT_EQ(assignment.couples.size(), 1U);
    ASSERT_EQ(assignment.unplaced_locks.size(), 1U);
    EXPECT_EQ(assignment.unplaced_locks[0].flaw, LockFlaw::no_place);
    EXPECT_EQ(assignment.unplaced_locks[0].against.size(), 1U);
}

TEST(SharedPlaces, are_divided_where_the_tree_would_grow_too_large_and_the_result_says_so) {
    auto const snapshot = ring_of(6, 1);
    auto assignment = assign_shared(snapshot, {}, 1);
    ASSERT_TRUE(assignment);
    ASSERT_TRUE(assignment->divided);
    EXPECT_TRUE(certify(snapshot, *assignment).verified());
    assignment->divided->mentors[0] += 1;
    EXPECT_EQ(certify(snapshot, *assignment).flaw, Flaw::divided_wrong);
}

TEST(SharedPlaces, are_divided_for_a_stable_result) {
    auto snapshot = ring_of(4, 2);
    for (auto* side : {&snapshot.mentors, &snapshot.mentees})
        for (auto& participant : *side) participant.capacity = 2;
    snapshot.objective = Objective::stable;
    auto const assignment = proved(snapshot);
    ASSERT_TRUE(assignment.divided);
    EXPECT_GE(assignment.couples.size(), 3U);
}

TEST(SharedPlaces, come_from_people_on_both_sides_alone) {
    World world;
    Profile both;
    both.person = person_numbered(1);
    both.free_places = 2;
    both.free_in_all = 3;
    Profile alone = both;
    alone.person = person_numbered(2);
    alone.free_places = 5;
    world.mentors = {both, alone};
    world.mentees = {both};
    auto const snapshot = make_snapshot(world, {});
    EXPECT_EQ(snapshot.mentors[1].capacity, 3) << "nobody has more places on one side than in all";
    ASSERT_EQ(snapshot.shared.size(), 1U);
    EXPECT_EQ(snapshot.shared[0].places, 3);
}

}  // namespace

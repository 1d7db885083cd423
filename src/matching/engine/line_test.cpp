#include "matching/engine/line.hpp"

#include <gtest/gtest.h>

namespace {

using namespace matching::engine;

//  0 top
//  |- 1 ---- 3 ---- 6 ---- 8
//  |         |- 7
//  |- 2 ---- 4 ---- 9
//  |         |- 10
//  |- 5 (its line is broken) ---- 11
std::vector<TreePlace> house() {
    std::vector<TreePlace> places(12);
    auto const under = [&](Index manager, std::vector<Index> const& people) {
        for (auto const person : people) places[person].manager = manager;
    };
    under(0, {1, 2});
    under(1, {3});
    under(2, {4});
    under(3, {6, 7});
    under(4, {9, 10});
    under(6, {8});
    under(5, {11});
    places[0].is_above_more_than_half = true;
    places[5].is_known = places[11].is_known = false;
    return places;
}

TEST(TheLine, forbids_anybody_above_at_any_depth) {
    ReportingTree const tree(house());
    EXPECT_EQ(tree.flaw_between(8, 1), LineFlaw::above);
    EXPECT_EQ(tree.flaw_between(1, 8), LineFlaw::above);
    EXPECT_EQ(tree.flaw_between(8, 0), LineFlaw::above);
    EXPECT_EQ(tree.steps_up(8, 0), 4);
    EXPECT_EQ(tree.steps_up(0, 8), std::nullopt);
}

TEST(TheLine, forbids_a_common_manager_within_two_steps_of_both) {
    ReportingTree const tree(house());
    EXPECT_EQ(tree.flaw_between(6, 7), LineFlaw::common_manager);
    EXPECT_EQ(tree.flaw_between(9, 10), LineFlaw::common_manager);
    EXPECT_EQ(tree.flaw_between(7, 8), LineFlaw::common_manager) << "3 is one step from 7 and two from 8";
    EXPECT_EQ(tree.flaw_between(8, 9), LineFlaw::none);
}

TEST(TheLine, does_not_count_whoever_stands_above_more_than_half) {
    auto places = house();
    EXPECT_EQ(ReportingTree(places).flaw_between(1, 2), LineFlaw::none);
    EXPECT_EQ(ReportingTree(places).flaw_between(3, 4), LineFlaw::none);
    places[0].is_above_more_than_half = false;
    EXPECT_EQ(ReportingTree(places).flaw_between(1, 2), LineFlaw::common_manager);
    EXPECT_EQ(ReportingTree(places).flaw_between(3, 4), LineFlaw::common_manager);
    EXPECT_EQ(ReportingTree(places).flaw_between(6, 9), LineFlaw::none) << "the top is three steps away";
}

TEST(TheLine, forbids_everybody_whose_line_is_unknown) {
    ReportingTree const tree(house());
    EXPECT_EQ(tree.flaw_between(11, 9), LineFlaw::unknown_line);
    EXPECT_EQ(tree.flaw_between(0, 11), LineFlaw::unknown_line);
    EXPECT_EQ(tree.flaw_between(5, 8), LineFlaw::unknown_line);
}

TEST(TheLine, opens_the_top_only_to_people_far_enough_below) {
    auto places = house();
    places[0].is_opened = true;
    ReportingTree const tree(places);
    EXPECT_EQ(tree.flaw_between(1, 0), LineFlaw::above);
    EXPECT_EQ(tree.flaw_between(3, 0), LineFlaw::above);
    EXPECT_EQ(tree.flaw_between(6, 0), LineFlaw::none);
    EXPECT_EQ(tree.flaw_between(0, 8), LineFlaw::none);
    EXPECT_EQ(tree.flaw_between(11, 0), LineFlaw::unknown_line);
}

TEST(TheLine, opens_the_top_two_steps_below_where_the_house_has_no_more) {
    std::vector<TreePlace> places(4);
    places[1].manager = 0;
    places[2].manager = 1;
    places[3].manager = 0;
    places[0].is_above_more_than_half = places[0].is_opened = true;
    ReportingTree const tree(places);
    EXPECT_EQ(tree.flaw_between(2, 0), LineFlaw::none);
    EXPECT_EQ(tree.flaw_between(1, 0), LineFlaw::above);
}

TEST(TheLine, opens_nobody_who_does_not_stand_above_more_than_half) {
    auto places = house();
    places[1].is_opened = true;
    EXPECT_EQ(ReportingTree(places).flaw_between(8, 1), LineFlaw::above);
}

TEST(TheLine, raises_no_forbidden_pair_when_a_branch_is_completed) {
    auto places = house();
    auto const before = ReportingTree(places);
    places[5].manager = 2;
    places[5].is_known = places[11].is_known = true;
    auto const after = ReportingTree(places);
    EXPECT_EQ(after.flaw_between(11, 2), LineFlaw::above);
    EXPECT_EQ(after.flaw_between(11, 4), LineFlaw::common_manager);
    EXPECT_EQ(after.flaw_between(11, 8), LineFlaw::none);
    for (Index a = 0; a < 11; ++a)
        for (Index b = 0; b < 11; ++b)
            if (a != b && a != 5 && b != 5) {
                EXPECT_EQ(before.flaw_between(a, b), after.flaw_between(a, b));
            }
}

TEST(TheLine, survives_a_cycle) {
    std::vector<TreePlace> places(3);
    places[0].manager = 1;
    places[1].manager = 2;
    places[2].manager = 0;
    ReportingTree const tree(places);
    EXPECT_NE(tree.flaw_between(0, 1), LineFlaw::none);
}

}  // namespace

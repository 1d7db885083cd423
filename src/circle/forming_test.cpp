#include "circle/forming.hpp"

#include <map>
#include <random>
#include <set>

#include <gtest/gtest.h>

using namespace circle;

namespace {

Forming peers_of(std::size_t count, std::size_t departments, Layout layout) {
    Forming forming;
    forming.layout = layout;
    for (std::size_t at = 0; at < count; ++at)
        forming.peers.push_back({"department " + std::to_string(at % departments), {}});
    return forming;
}

std::map<std::size_t, std::vector<std::size_t>> members_of(Formed const& formed) {
    std::map<std::size_t, std::vector<std::size_t>> members;
    for (std::size_t at = 0; at < formed.circle.size(); ++at)
        if (formed.circle[at]) members[*formed.circle[at]].push_back(at);
    return members;
}

std::size_t unplaced_of(Formed const& formed) {
    std::size_t count = 0;
    for (auto const& circle : formed.circle) count += circle ? 0 : 1;
    return count;
}

}  // namespace

TEST(FormingCircles, gives_a_small_programme_one_for_all) {
    auto const formed = form(peers_of(15, 4, Layout::one_for_all));
    EXPECT_EQ(formed.circles, 1U);
    EXPECT_EQ(unplaced_of(formed), 0U);
}

TEST(FormingCircles, keeps_a_line_apart_even_in_a_small_programme) {
    auto forming = peers_of(8, 4, Layout::one_for_all);
    forming.kept_apart = {{0, 5}};
    auto const formed = form(forming);
    EXPECT_EQ(formed.circles, 2U);
    EXPECT_NE(formed.circle[0], formed.circle[5]);
    EXPECT_EQ(unplaced_of(formed), 0U);
}

TEST(FormingCircles, leaves_whoever_fits_nowhere_without_one_rather_than_with_one_or_two) {
    auto forming = peers_of(3, 3, Layout::one_for_all);
    forming.kept_apart = {{0, 1}, {0, 2}};
    EXPECT_EQ(form(forming).circles, 0U);
    EXPECT_EQ(form(peers_of(2, 1, Layout::one_for_all)).circles, 0U);
    EXPECT_EQ(form(peers_of(0, 1, Layout::small_groups)).circles, 0U);
}

// Every size a programme may have, without anybody to keep apart.
TEST(FormingCircles, gives_a_large_programme_circles_of_five_to_eight_with_departments_mixed) {
    for (std::size_t count = 31; count <= 200; ++count) {
        auto const departments = 2 + count % 7;
        auto const forming = peers_of(count, departments, Layout::small_groups);
        auto const formed = form(forming);
        ASSERT_EQ(unplaced_of(formed), 0U) << count;
        for (auto const& [circle, members] : members_of(formed)) {
            EXPECT_GE(members.size(), kLeastMembers) << count;
            EXPECT_LE(members.size(), kMostMembers) << count;
            std::set<std::string> mixed;
            for (auto peer : members) mixed.insert(forming.peers[peer].department);
            EXPECT_GE(mixed.size(), std::min(departments, std::size_t{2})) << count;
        }
    }
}

// Whatever has to be kept apart, and whoever has a circle already.
TEST(FormingCircles, never_puts_two_together_who_are_kept_apart_and_moves_nobody) {
    std::mt19937 random(20261123);
    for (int time = 0; time < 300; ++time) {
        auto const count = 1 + random() % 60;
        auto forming =
            peers_of(count, 1 + random() % 6, random() % 2 == 0 ? Layout::one_for_all : Layout::small_groups);
        for (auto pairs = random() % (count + 1); pairs > 0; --pairs) {
            Couple const couple{random() % count, random() % count};
            if (couple.first != couple.second) forming.kept_apart.push_back(couple);
        }
        for (auto pairs = random() % 4; pairs > 0; --pairs)
            forming.rather_apart.emplace_back(random() % count, random() % count);
        auto const first = form(forming);
        for (int newcomers = 0; newcomers < 3; ++newcomers) forming.peers.push_back({"department 0", {}});
        for (std::size_t at = 0; at < count; ++at) forming.peers[at].circle = first.circle[at];
        forming.circles = first.circles;
        auto const second = form(forming);
        for (std::size_t at = 0; at < count; ++at)
            EXPECT_TRUE(!first.circle[at] || second.circle[at] == first.circle[at]);
        for (auto const& formed : {first, second})
            for (auto [one, other] : forming.kept_apart)
                EXPECT_FALSE(formed.circle[one] && formed.circle[one] == formed.circle[other]);
        for (auto const& [circle, members] : members_of(second)) {
            EXPECT_LT(circle, second.circles);
            EXPECT_GE(members.size(), kLeastToBegin);
            EXPECT_TRUE(forming.layout == Layout::one_for_all || members.size() <= kMostMembers);
        }
        EXPECT_EQ(members_of(second).size(), second.circles);
    }
}

TEST(FormingCircles, keeps_apart_who_would_rather_not_meet_and_makes_no_circle_because_of_it) {
    auto forming = peers_of(40, 5, Layout::small_groups);
    auto const before = form(forming);
    for (std::size_t at = 0; at + 1 < 40; at += 2) forming.rather_apart.emplace_back(at, at + 1);
    auto const formed = form(forming);
    EXPECT_EQ(formed.circles, before.circles);
    for (auto [one, other] : forming.rather_apart) EXPECT_NE(formed.circle[one], formed.circle[other]);
    auto small = peers_of(8, 3, Layout::one_for_all);
    small.rather_apart = {{0, 1}};
    EXPECT_EQ(form(small).circles, 1U);
    EXPECT_EQ(unplaced_of(form(small)), 0U);
}

// Somebody at the top of the house, above everybody else, is left over, and the others are seated none the worse.
TEST(FormingCircles, leaves_whoever_stands_above_everybody_without_one) {
    auto forming = peers_of(400, 6, Layout::small_groups);
    for (std::size_t at = 1; at < 400; ++at) forming.kept_apart.emplace_back(0, at);
    auto const formed = form(forming);
    EXPECT_EQ(unplaced_of(formed), 1U);
    EXPECT_FALSE(formed.circle[0]);
}

TEST(LinesAmong, are_those_of_whom_one_stands_above_the_other) {
    //     0
    //   1   2
    //   3   4 <-> 5
    std::vector<std::optional<std::size_t>> const managers{{}, 0, 0, 1, 5, 4};
    EXPECT_EQ(lines_among(managers, {3, 0, 2}), (std::vector<Couple>{{0, 1}, {2, 1}}));
    EXPECT_TRUE(lines_among(managers, {3, 4}).empty());
    EXPECT_EQ(lines_among(managers, {4, 5}).size(), 2U);
    EXPECT_EQ(lines_among({0}, {0}).size(), 0U);
}

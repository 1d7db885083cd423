#include "person/reporting_line.hpp"

#include <gmock/gmock.h>

#include "base/random.hpp"

namespace person {
namespace {

using testing::ElementsAre;

constexpr auto kNobody = std::size_t{999};

std::vector<Link> links_to(std::vector<std::size_t> const& managers) {
    std::vector<Link> links;
    for (auto manager : managers) {
        Link link;
        if (manager != kNobody) link.manager = manager;
        links.push_back(link);
    }
    return links;
}

TEST(AReportingTree, follows_every_line_to_the_top) {
    auto tree = build_tree(links_to({kNobody, 0, 0, 1}), std::nullopt);
    EXPECT_EQ(tree.top, 0U);
    EXPECT_THAT(tree.people_under, ElementsAre(3, 1, 0, 0));
    EXPECT_THAT(tree.line_states, testing::Each(LineState::known));
    EXPECT_EQ(tree.headcount, 4);
    EXPECT_TRUE(tree.broken.empty());
}

TEST(AReportingTree, proposes_whoever_stands_above_most_people_and_lists_the_other_branches) {
    auto tree = build_tree(links_to({kNobody, 0, kNobody, 2, 2, 4, kNobody}), std::nullopt);
    EXPECT_EQ(tree.top, 2U);
    EXPECT_THAT(tree.broken, ElementsAre(BrokenBranch{0, 1}, BrokenBranch{6, 0}));
    EXPECT_EQ(tree.line_states[1], LineState::broken);
    EXPECT_EQ(tree.line_states[5], LineState::known);
}

TEST(AReportingTree, takes_the_named_top_and_cuts_the_line_above_them) {
    auto tree = build_tree(links_to({kNobody, 0, 1, 1}), 1);
    EXPECT_EQ(tree.top, 1U);
    EXPECT_EQ(tree.managers[1], std::nullopt);
    EXPECT_EQ(tree.line_states[0], LineState::broken);
    EXPECT_EQ(tree.line_states[3], LineState::known);
}

TEST(AReportingTree, has_no_top_where_nobody_stands_above_anybody) {
    auto tree = build_tree(links_to({kNobody, kNobody}), std::nullopt);
    EXPECT_EQ(tree.top, std::nullopt);
    EXPECT_EQ(tree.broken.size(), 2U);
}

TEST(AReportingTree, believes_the_administrator_about_a_branch) {
    auto links = links_to({kNobody, 0, 0, kNobody, 3});
    links[3].is_confirmed_outside = true;
    auto tree = build_tree(links, std::nullopt);
    EXPECT_EQ(tree.line_states[3], LineState::confirmed_outside);
    EXPECT_EQ(tree.line_states[4], LineState::confirmed_outside);
    EXPECT_TRUE(tree.broken.empty());
}

TEST(AReportingTree, reports_a_cycle_and_breaks_the_lines_in_and_under_it) {
    auto tree = build_tree(links_to({2, 0, 1, 1, kNobody, 4, 4, 4, 4, 4}), std::nullopt);
    ASSERT_EQ(tree.cycles.size(), 1U);
    EXPECT_THAT(tree.cycles[0], ElementsAre(0, 2, 1));
    EXPECT_EQ(tree.managers[0], std::nullopt);
    EXPECT_EQ(tree.line_states[3], LineState::broken);
    EXPECT_THAT(tree.broken, ElementsAre(BrokenBranch{0, 3}));
}

TEST(AReportingTree, takes_ones_own_manager_for_none) {
    auto tree = build_tree(links_to({0, 0}), std::nullopt);
    EXPECT_TRUE(tree.cycles.empty());
    EXPECT_EQ(tree.top, 0U);
}

TEST(AReportingTree, counts_only_who_is_still_here) {
    auto links = links_to({kNobody, 0, 1});
    links[1].is_counted = false;
    auto tree = build_tree(links, std::nullopt);
    EXPECT_THAT(tree.people_under, ElementsAre(1, 1, 0));
    EXPECT_EQ(tree.headcount, 2);
}

TEST(AReportingTree, keeps_the_figures_of_a_file_of_which_only_some_were_kept) {
    auto links = links_to({kNobody, 0, 1});
    keep_people_elsewhere(links, std::vector<std::int32_t>{50, 8, 0});
    auto tree = build_tree(links, std::nullopt);
    EXPECT_THAT(tree.people_under, ElementsAre(50, 8, 0));
    EXPECT_EQ(tree.headcount, 51);
    links[2].manager = 0;
    EXPECT_THAT(build_tree(links, std::nullopt).people_under, ElementsAre(50, 7, 0));
}

TEST(ClosingACycle, is_seen_before_it_happens) {
    std::vector<std::optional<std::size_t>> managers{std::nullopt, 0, 1};
    EXPECT_TRUE(closes_cycle(managers, 0, 2));
    EXPECT_TRUE(closes_cycle(managers, 1, 1));
    EXPECT_FALSE(closes_cycle(managers, 2, 0));
}

// Any links at all: the tree has no cycle left, and every figure is what counting one by one says.
TEST(AReportingTree, agrees_with_walking_each_line_by_hand) {
    auto random = base::seeded_random(3);
    for (int round = 0; round < 5000; ++round) {
        std::vector<Link> links(1 + random->below(9));
        for (auto& link : links) {
            if (random->below(4) != 0) link.manager = random->below(links.size());
            link.is_confirmed_outside = random->below(5) == 0;
            link.is_counted = random->below(5) != 0;
        }
        auto tree =
            build_tree(links, random->below(3) == 0 ? std::optional(random->below(links.size())) : std::nullopt);
        std::vector<std::int32_t> under(links.size(), 0);
        std::size_t broken_heads = 0;
        for (std::size_t i = 0; i < links.size(); ++i) {
            auto head = i;
            std::size_t steps = 0;
            while (auto manager = tree.managers[head]) {
                if (links[i].is_counted) ++under[*manager];
                head = *manager;
                ASSERT_LE(++steps, links.size()) << "a cycle is left";
            }
            auto expected = head == tree.top                   ? LineState::known
                            : links[head].is_confirmed_outside ? LineState::confirmed_outside
                                                               : LineState::broken;
            ASSERT_EQ(tree.line_states[i], expected);
            broken_heads += i == head && expected == LineState::broken ? 1U : 0U;
        }
        ASSERT_EQ(tree.people_under, under);
        ASSERT_EQ(tree.broken.size(), broken_heads);
    }
}

TEST(AReportingTree, is_built_for_a_chain_of_a_hundred_thousand) {
    std::vector<Link> links(100'000);
    for (std::size_t i = 1; i < links.size(); ++i) links[i].manager = i - 1;
    auto tree = build_tree(links, std::nullopt);
    EXPECT_EQ(tree.people_under[0], 99'999);
}

}  // namespace
}  // namespace person

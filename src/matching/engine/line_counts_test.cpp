#include "matching/engine/line_counts.hpp"

#include <gtest/gtest.h>

#include "base/random.hpp"

namespace {

using namespace matching::engine;

// Every pair looked at, one by one.
LineCounts counted_one_by_one(ReportingTree const& tree, std::vector<Index> const& mentors,
                              std::vector<Index> const& mentees) {
    LineCounts counts;
    for (auto const mentor : mentors)
        for (auto const mentee : mentees) {
            if (mentor == mentee) continue;
            ++counts.pairs;
            auto const flaw = tree.flaw_between(mentor, mentee);
            if (flaw == LineFlaw::unknown_line) ++counts.unknown_line;
            if (flaw == LineFlaw::above) ++counts.above;
            if (flaw == LineFlaw::common_manager) ++counts.common_manager;
            bool const stands_above = tree.steps_up(mentor, mentee) || tree.steps_up(mentee, mentor);
            if (flaw == LineFlaw::none && stands_above) ++counts.opened;
        }
    return counts;
}

void expect_same(LineCounts const& one, LineCounts const& other) {
    EXPECT_EQ(one.pairs, other.pairs);
    EXPECT_EQ(one.unknown_line, other.unknown_line);
    EXPECT_EQ(one.above, other.above);
    EXPECT_EQ(one.common_manager, other.common_manager);
    EXPECT_EQ(one.opened, other.opened);
}

// A house of up to twelve, with every kind of place in it and now and then a cycle.
std::vector<TreePlace> any_house(base::Random& random) {
    std::vector<TreePlace> places(1 + random.below(12));
    bool const may_go_round = random.below(8) == 0;
    for (Index at = 0; at < places.size(); ++at) {
        auto const managers = may_go_round ? places.size() : at;
        if (managers > 0 && random.below(6) != 0) places[at].manager = static_cast<Index>(random.below(managers));
        places[at].is_known = random.below(6) != 0;
        places[at].is_above_more_than_half = random.below(4) == 0;
        places[at].is_opened = random.below(3) == 0;
    }
    return places;
}

std::vector<Index> some_of(std::size_t people, base::Random& random) {
    std::vector<Index> chosen;
    for (Index at = 0; at < people; ++at)
        if (random.below(3) != 0) chosen.push_back(at);
    return chosen;
}

TEST(CountingTheLineRule, gives_the_figures_of_looking_at_every_pair) {
    auto const random = base::seeded_random(20261122);
    std::int64_t opened = 0;
    std::int64_t common = 0;
    for (int house = 0; house < 4000; ++house) {
        ReportingTree const tree(any_house(*random));
        auto const mentors = some_of(tree.size(), *random);
        auto const mentees = some_of(tree.size(), *random);
        auto const counts = count_line_flaws(tree, mentors, mentees);
        expect_same(counts, counted_one_by_one(tree, mentors, mentees));
        if (::testing::Test::HasFailure()) FAIL() << "house " << house;
        opened += counts.opened;
        common += counts.common_manager;
    }
    EXPECT_GT(opened, 100) << "the houses have opened tops";
    EXPECT_GT(common, 1000) << "and common managers";
}

TEST(CountingTheLineRule, counts_nothing_where_nobody_is) {
    auto const counts = count_line_flaws(ReportingTree({}), {}, {});
    EXPECT_EQ(counts.pairs, 0);
    EXPECT_EQ(counts.allowed(), 0);
}

TEST(CountingTheLineRule, makes_nobody_a_partner_of_their_own) {
    std::vector<TreePlace> alone(1);
    EXPECT_EQ(count_line_flaws(ReportingTree(alone), {0}, {0}).pairs, 0);
}

}  // namespace

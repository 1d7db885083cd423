#include "statistics/attacker.hpp"

#include <cmath>

#include <gtest/gtest.h>

namespace {

using namespace statistics;

TEST(TheAttacker, subtracts_a_part_that_stands_alone_among_hidden_ones) {
    Published published;
    published.groups = {{3, 4, 5}, {4, 4, 1}, {1, 1, 1}, {2, 3, 3}};
    published.shown = {{0, 1, 2, 3}, {0}, {1}, {3}};
    published.hidden = {{2}};
    auto const found = attack(published);
    EXPECT_EQ(found.learnt, Learnt::size);
    EXPECT_EQ(found.groups, GroupSet{2});
    published.shown = {{0, 1, 2, 3}, {0}, {1}};
    published.hidden = {{2}, {3}};
    EXPECT_EQ(attack(published).learnt, Learnt::nothing);
}

TEST(TheAttacker, subtracts_one_table_from_another) {
    Published published;  // departments {0, 1} and {2}; sites {0} and {1, 2}
    published.groups = {{7, 7}, {1, 1}, {8, 8}};
    published.shown = {{0, 1, 2}, {0, 1}, {2}};
    EXPECT_EQ(attack(published).learnt, Learnt::nothing);
    published.shown = {{0, 1, 2}, {0, 1}, {2}, {0}, {1, 2}};
    auto const found = attack(published);
    EXPECT_EQ(found.learnt, Learnt::size);
    EXPECT_EQ(found.groups, GroupSet{1});
}

TEST(TheAttacker, finds_a_shown_part_of_too_few) {
    EXPECT_EQ(attack({{{2, 2}, {6, 6}}, {{0, 1}, {0}, {1}}, {}, 5}).learnt, Learnt::size);
}

// No part is hidden, and yet: nobody on the other side gave the first answer, so both who gave it in the third
// department are its two of this side.
TEST(TheAttacker, reasons_with_bounds) {
    Published published;  // sides {0, 1, 2} and {3, 4, 5}; departments {0, 3}, {1, 4} and {2, 5}
    published.groups = {{3, 4}, {2, 4}, {2, 0}, {0, 7}, {0, 8}, {0, 9}};
    published.shown = {{0, 1, 2, 3, 4, 5}, {0, 1, 2}, {3, 4, 5}, {0, 3}, {1, 4}, {2, 5}};
    auto const found = attack(published);
    EXPECT_EQ(found.learnt, Learnt::answer);
    EXPECT_EQ(found.groups, GroupSet{2});
    EXPECT_EQ(found.answer, 0U);
}

TEST(TheAttacker, sees_that_a_hidden_rest_all_said_the_same) {
    Published published;
    published.groups = {{9, 3}, {0, 4}, {0, 5}};
    published.shown = {{0, 1, 2}, {0}};
    published.hidden = {{1}, {2}};
    EXPECT_EQ(attack(published).learnt, Learnt::same_answer);
}

TEST(TheAttacker, learns_no_more_of_a_part_than_words_say_of_everybody) {
    EXPECT_EQ(attack({{{0, 4}, {0, 50}}, {{0, 1}}, {{0}, {1}}, 5}).learnt, Learnt::nothing);
}

TEST(TheAttacker, refuses_what_it_cannot_judge) {
    Published published;
    published.groups.assign(25, {5, 5});
    published.shown.emplace_back();
    for (std::size_t group = 0; group < 25; ++group) published.shown.back().push_back(group);
    EXPECT_EQ(attack(published).learnt, Learnt::too_many);
    published.shown.push_back({24});
    EXPECT_EQ(attack(published).learnt, Learnt::nothing);
}

// Two live results, one answer later: whoever came stands between them.
TEST(TheAttacker, subtracts_an_earlier_release_from_a_later_one) {
    Published published;
    published.groups = {{5, 8, 7}, {0, 1, 0}};  // who stayed, who came
    published.shown = {{0}, {0, 1}};
    EXPECT_EQ(attack(published).groups, GroupSet{1});
}

// The mean of 20 and then of 21, and what the 21st may have answered, 1 to 5, from figures rounded to `unit`.
int possible_answers(double before, double after, double unit) {
    auto const rounded = [&](double mean) { return std::round(mean / unit) * unit; };
    int possible = 0;
    for (int answer = 1; answer <= 5; ++answer)
        // Before, the sum may have been any that rounds to what was shown.
        for (int sum = 20; sum <= 100; ++sum)
            if (std::abs(rounded(sum / 20.0) - rounded(before)) < 1e-9 &&
                std::abs(rounded((sum + answer) / 21.0) - rounded(after)) < 1e-9) {
                ++possible;
                break;
            }
    return possible;
}

TEST(TwoLiveMeans, tell_an_answer_unrounded_and_not_so_well_rounded) {
    EXPECT_EQ(possible_answers(69 / 20.0, 73 / 21.0, 1e-6), 1);
    EXPECT_GE(possible_answers(69 / 20.0, 73 / 21.0, 0.1), 3);
}

}  // namespace

#include "statistics/release.hpp"

#include <gtest/gtest.h>

#include "statistics/slices.hpp"

namespace {

using namespace statistics;

// So many people by answer, 1 to 5, in a pattern that is nowhere all the same.
std::vector<std::int64_t> answers_of(std::int64_t people, std::int64_t from = 0) {
    std::vector<std::int64_t> answers(5, 0);
    for (std::int64_t person = 0; person < people; ++person) ++answers[static_cast<std::size_t>((person + from) % 5)];
    return answers;
}

Question by_department(std::vector<std::int64_t> const& sizes) {
    Question question;
    question.dimensions = {{"department"}};
    question.tables = {{0}};
    question.values = {1, 2, 3, 4, 5};
    for (std::size_t at = 0; at < sizes.size(); ++at)
        question.groups.push_back({{std::string(1, static_cast<char>('A' + at))},
                                   sizes[at] + 3,
                                   answers_of(sizes[at], static_cast<std::int64_t>(at)),
                                   {},
                                   {}});
    return question;
}

std::string shown_of(Release const& release) {
    std::string names;
    for (auto const& slice : release.slices)
        if (slice.figures) names += slice.parts.empty() ? "*" : slice.parts.back().part;
    return names;
}

TEST(AReleaseByDepartment, hides_the_next_smallest_beside_a_small_one) {
    EXPECT_EQ(shown_of(release(by_department({12, 9, 3, 8}))), "*AB");
}

TEST(AReleaseByDepartment, hides_a_third_where_two_are_together_too_few) {
    EXPECT_EQ(shown_of(release(by_department({20, 2, 2, 15}))), "*A");
}

TEST(AReleaseByDepartment, hides_both_of_two) {
    EXPECT_EQ(shown_of(release(by_department({12, 3}))), "*");
}

TEST(AReleaseByDepartment, shows_everything_where_all_are_enough) {
    EXPECT_EQ(shown_of(release(by_department({12, 9, 5, 8}))), "*ABCD");
}

TEST(AReleaseByDepartment, shows_nothing_of_fewer_than_five) {
    auto const made = release(by_department({3, 1}));
    EXPECT_FALSE(made.is_shown());
    EXPECT_EQ(made.slices.front().hidden, Hidden::too_few);
    EXPECT_EQ(made.slices.back().hidden, Hidden::too_few);
}

TEST(AReleaseByDepartment, asks_for_ten_of_what_is_sensitive_and_never_for_fewer_than_five) {
    auto question = by_department({12, 9, 30, 28});
    question.least = kLeastSensitive;
    EXPECT_EQ(shown_of(release(question)), "*CD");
    question.least = 1;
    EXPECT_EQ(shown_of(release(question)), "*ABCD");
    EXPECT_EQ(shown_of(release(by_department({12, 3, 30, 28}))), "*CD");
}

TEST(AReleaseByDepartment, asks_for_more_where_the_dimension_does) {
    auto question = by_department({12, 9, 30, 28});
    question.dimensions.front().least = 10;
    EXPECT_EQ(shown_of(release(question)), "*CD");
}

// 32 answered in two departments and at two sites. Either table alone stands; shown together, what department A has at
// the second site is what is left of three figures: two people.
TEST(AReleaseOfTwoTables, is_judged_as_one) {
    Question question;
    question.dimensions = {{"department"}, {"site"}};
    question.groups = {{{"A", "North"}, 14, answers_of(14), {}, {}},
                       {{"A", "South"}, 2, answers_of(2, 1), {}, {}},
                       {{"B", "South"}, 16, answers_of(16, 2), {}, {}}};
    question.tables = {{0}};
    EXPECT_EQ(shown_of(release(question)), "*AB");
    question.tables = {{1}};
    EXPECT_EQ(shown_of(release(question)), "*NorthSouth");
    question.tables = {{0}, {1}};
    EXPECT_EQ(shown_of(release(question)), "*AB");
    question.groups.push_back({{"B", "North"}, 9, answers_of(9, 3), {}, {}});
    EXPECT_EQ(shown_of(release(question)), "*ABNorthSouth");
}

TEST(AReleaseOfATableOfTwo, shows_cells_only_where_both_margins_are_shown) {
    Question question;
    question.dimensions = {{"side"}, {"site"}};
    question.tables = {{0, 1}};
    question.groups = {
        {{"one", "North"}, 30, answers_of(30), {}, {}},    {{"other", "North"}, 31, answers_of(31, 1), {}, {}},
        {{"one", "South"}, 20, answers_of(20, 2), {}, {}}, {{"other", "South"}, 19, answers_of(19, 3), {}, {}},
        {{"one", "West"}, 3, answers_of(3, 4), {}, {}},    {{"other", "West"}, 4, answers_of(4, 1), {}, {}}};
    auto const made = release(question);
    EXPECT_EQ(shown_of(made), "*oneotherNorthSouthWestNorthNorth");
    EXPECT_NE(made.find({{"side", "one"}, {"site", "South"}}), nullptr);
    EXPECT_EQ(made.find({{"side", "one"}, {"site", "South"}})->hidden, Hidden::suppressed);
}

TEST(TheFiguresOfASlice, are_rounded_and_counted_exactly_from_ten) {
    auto question = by_department({12, 9});
    question.groups[0].answers = {1, 2, 4, 4, 1};
    auto const made = release(question);
    auto const& all = *made.slices[1].figures;
    EXPECT_EQ(all.answered.least, 12);
    EXPECT_EQ(all.answered.most, 12);
    EXPECT_EQ(all.response_percent, 80);
    EXPECT_EQ(all.mean, 3.2);
    EXPECT_EQ(all.shares[0].percent, 8);
    EXPECT_EQ(all.shares[2].percent, 33);
    auto const& few = *made.slices[2].figures;
    EXPECT_EQ(few.answered.least, 5);
    EXPECT_EQ(few.answered.most, 9);
    EXPECT_FALSE(few.response_percent);
}

TEST(TheFiguresOfASlice, are_words_where_nearly_all_said_the_same) {
    auto question = by_department({40});
    question.groups[0].answers = {0, 1, 0, 1, 38};
    auto const made = release(question);
    ASSERT_EQ(made.slices.size(), 1U);
    auto const& figures = *made.slices[0].figures;
    EXPECT_EQ(figures.shares[4].words, Words::nearly_all);
    EXPECT_FALSE(figures.shares[4].percent);
    EXPECT_EQ(figures.shares[1].words, Words::hardly_any);
    EXPECT_FALSE(figures.mean);
}

TEST(TheFiguresOfASlice, hold_no_rate_that_everybody_answered) {
    auto question = by_department({12});
    question.groups[0].invited = 12;
    EXPECT_FALSE(release(question).slices[0].figures->response_percent);
}

// Of those whom the table leaves out, everybody said the same: shown parts would say so by subtraction.
TEST(AReleaseByDepartment, does_not_give_away_hidden_people_who_all_say_the_same) {
    auto question = by_department({12, 9, 3, 8});
    question.groups[2].answers = {0, 0, 3, 0, 0};
    question.groups[3].answers = {0, 0, 8, 0, 0};
    EXPECT_EQ(shown_of(release(question)), "*A");
}

TEST(ALaterRelease, waits_until_as_many_came_as_are_shown_at_least) {
    auto question = by_department({12, 9});
    question.shown_before = release(question).shown();
    EXPECT_EQ(shown_of(release(question)), "*AB");
    question.groups[0].answers[2] += 1;
    question.groups[0].added = {0, 0, 1};
    EXPECT_EQ(release(question).slices.front().hidden, Hidden::changed_too_little);
    question.groups[0].answers = answers_of(18);
    question.groups[0].added = answers_of(6, 2);
    EXPECT_EQ(shown_of(release(question)), "*AB");
}

// Nothing about D changed: shown now, it would say what C was when the two were hidden together.
TEST(ALaterRelease, does_not_show_what_an_earlier_one_hid_for_another) {
    auto question = by_department({12, 9, 3, 8});
    question.shown_before = release(question).shown();
    question.groups[2].answers = {3, 2, 1, 1, 1};
    question.groups[2].added = {2, 1, 1, 1, 0};
    EXPECT_EQ(shown_of(release(question)), "*AB");
    question.shown_before.reset();
    EXPECT_EQ(shown_of(release(question)), "*ABCD");
}

TEST(ALaterRelease, shows_nothing_where_the_earlier_one_had_other_tables) {
    Question question;
    question.dimensions = {{"department"}, {"site"}};
    question.groups = {{{"A", "North"}, 14, answers_of(14), {}, {}}, {{"B", "South"}, 16, answers_of(16, 2), {}, {}}};
    question.tables = {{1}};
    question.shown_before = release(question).shown();
    EXPECT_EQ(shown_of(release(question)), "*NorthSouth");
    question.tables = {{0}};
    EXPECT_EQ(release(question).slices.front().hidden, Hidden::too_many);
}

TEST(AReleaseOfManyParts, gives_up_what_the_attacker_cannot_judge) {
    Question question;
    question.dimensions = {{"side"}, {"site"}};
    question.tables = {{0}, {1}};
    for (int site = 0; site < 13; ++site)
        for (auto const* side : {"one", "other"})
            question.groups.push_back({{side, "S" + std::to_string(site)}, 12, answers_of(9, site), {}, {}});
    auto const made = release(question);
    EXPECT_EQ(shown_of(made), "*oneother");
    EXPECT_EQ(made.slices.size(), 16U);
    EXPECT_EQ(made.slices.back().hidden, Hidden::too_many);
}

}  // namespace

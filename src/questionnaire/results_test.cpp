#include "questionnaire/results.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace questionnaire {
namespace {

using testing::SizeIs;

AskedQuestion const kVoice{"voice_1", QuestionKind::agreement, "", {}};
AskedQuestion const kDaring{"se_m_1", QuestionKind::confidence, "", {}};

std::vector<Sheet> sheets(std::optional<Side> side, std::vector<int> const& values,
                          std::string const& key = "voice_1") {
    std::vector<Sheet> made;
    for (auto const value : values) made.push_back({side, {{key, value, {}}}, {}});
    return made;
}
std::vector<Sheet> operator+(std::vector<Sheet> one, std::vector<Sheet> const& other) {
    one.insert(one.end(), other.begin(), other.end());
    return one;
}

TEST(Results, show_everybody_from_five_and_each_side_where_both_have_five) {
    auto const results =
        results_of({kVoice}, sheets(Side::mentor, {1, 2, 3, 4, 5, 2}) + sheets(Side::mentee, {2, 3, 3, 4, 5, 1}),
                   {8, 8}, Ties::by_respondent);
    ASSERT_THAT(results.questions, SizeIs(1));
    auto const& slices = results.questions.front().slices;
    ASSERT_THAT(slices, SizeIs(3));
    EXPECT_FALSE(slices[0].side);
    EXPECT_EQ(slices[0].figures.value().answered.least, 12);
    EXPECT_EQ(slices[1].side, Side::mentee);
    EXPECT_TRUE(slices[1].figures);
    EXPECT_EQ(results.answered.value().least, 12);
    EXPECT_EQ(results.could_answer, 16);
}

TEST(Results, hide_a_side_of_four_and_with_it_the_other) {
    auto const results =
        results_of({kVoice}, sheets(Side::mentor, {1, 2, 3, 4, 5, 2}) + sheets(Side::mentee, {2, 3, 3, 4}), {8, 8},
                   Ties::by_respondent);
    auto const& slices = results.questions.front().slices;
    EXPECT_TRUE(slices[0].figures);
    for (std::size_t i = 1; i < slices.size(); ++i) EXPECT_TRUE(slices[i].hidden);
}

TEST(Results, say_nothing_of_four) {
    auto const results = results_of({kVoice}, sheets(std::nullopt, {1, 2, 3, 4}), {8, 8}, Ties::none);
    EXPECT_FALSE(results.answered);
    EXPECT_EQ(results.questions.front().slices.front().hidden, statistics::Hidden::too_few);
}

TEST(Results, of_what_one_side_is_asked_are_of_that_side) {
    auto const results =
        results_of({kDaring}, sheets(Side::mentor, {1, 9, 3, 7, 5, 0}, "se_m_1") + sheets(Side::mentee, {3}), {6, 30},
                   Ties::by_respondent);
    auto const& everybody = results.questions.front().slices.front();
    EXPECT_EQ(everybody.figures.value().shares.size(), 11U);
    EXPECT_THAT(results.questions.front().slices, SizeIs(1));
}

TEST(Results, of_ladders_are_one_rung_a_person) {
    std::vector<Sheet> five;
    for (int person = 0; person < 5; ++person)
        five.push_back(
            {Side::mentee, {{"know.C1", person % 4, {}}, {"know.C2", person % 4, {}}, {"know_then.C1", 0, {}}}, {}});
    auto const results =
        results_of({{std::string(kLadderItem), QuestionKind::ladder, "", {}}}, five, {0, 5}, Ties::by_respondent);
    EXPECT_EQ(results.questions.front().slices.front().figures.value().answered.least, 5);
}

// Eleven people whose VOICE rose by 0 to 2 points; checked by hand with Student's t of ten degrees (2.228).
TEST(Changes, are_of_the_same_people_with_an_interval_from_ten) {
    std::vector<AskedQuestion> asked;
    for (auto const* key : {"voice_1", "voice_2", "voice_3"}) asked.push_back({key, QuestionKind::agreement, "", {}});
    auto const all = [](int value) {
        return std::vector<QuestionnaireAnswer>{{"voice_1", value, {}}, {"voice_2", value, {}}, {"voice_3", {}, {}}};
    };
    std::vector<Sheet> people;
    for (auto const rise : {0, 1, 2, 1, 1, 0, 2, 1, 1, 1, 1}) people.push_back({Side::mentor, all(2 + rise), all(2)});
    people.push_back({Side::mentor, all(5), {}});
    auto const changes = results_of(asked, people, {12, 0}, Ties::by_respondent).changes;
    ASSERT_THAT(changes, SizeIs(1));
    EXPECT_EQ(changes.front().instrument, "voice");
    EXPECT_EQ(changes.front().verdict, statistics::Verdict::higher);
    EXPECT_EQ(changes.front().people, 11);
    EXPECT_DOUBLE_EQ(changes.front().change.value(), 1.0);
    EXPECT_DOUBLE_EQ(changes.front().low.value(), 0.6);
    EXPECT_DOUBLE_EQ(changes.front().high.value(), 1.4);
    people.resize(9);
    auto const few = results_of(asked, people, {12, 0}, Ties::by_respondent).changes;
    EXPECT_EQ(few.front().verdict, statistics::Verdict::not_enough_answers);
    EXPECT_FALSE(few.front().change);
}

TEST(Changes, of_ladders_are_told_both_ways) {
    std::vector<Sheet> people;
    for (int person = 0; person < 12; ++person)
        people.push_back({Side::mentee,
                          {{"know.C1", 3, {}}, {"know_then.C1", person % 2, {}}},
                          std::vector<QuestionnaireAnswer>{{"know.C1", 2, {}}}});
    auto const changes =
        results_of({{std::string(kLadderItem), QuestionKind::ladder, "", {}}}, people, {0, 12}, Ties::by_respondent)
            .changes;
    ASSERT_THAT(changes, SizeIs(2));
    EXPECT_DOUBLE_EQ(changes[0].change.value(), 1.0);
    EXPECT_EQ(changes[1].instrument, "know_then");
    EXPECT_DOUBLE_EQ(changes[1].change.value(), 2.5);
}

TEST(Results, leave_words_to_the_reader) {
    auto const results = results_of({{"own_1", QuestionKind::text, "Why", {}}}, {}, {5, 5}, Ties::none);
    EXPECT_THAT(results.questions, testing::IsEmpty());
}

}  // namespace
}  // namespace questionnaire

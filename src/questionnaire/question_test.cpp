#include "questionnaire/question.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace questionnaire {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

std::vector<std::string> keys_of(std::vector<AskedQuestion> const& questions) {
    std::vector<std::string> keys;
    for (auto const& question : questions) keys.push_back(question.key);
    return keys;
}

TEST(TheHouse, asks_three_of_voice_always_and_all_six_where_an_aim_names_it) {
    EXPECT_THAT(items_of({}, 30, Length::whole), ElementsAre("voice_1", "voice_2", "voice_3"));
    EXPECT_THAT(items_of({"voice"}, 30, Length::whole), SizeIs(6));
}

TEST(TheHouse, puts_what_weighs_on_somebody_last) {
    auto const items = items_of({"se_m", "intim", "belong", "know"}, 30, Length::whole);
    EXPECT_EQ(items.front(), "voice_1");
    EXPECT_EQ(items.back(), "se_m_7");
    EXPECT_LT(std::ranges::find(items, kLadderItem) - items.begin(),
              std::ranges::find(items, "intim_1") - items.begin());
}

TEST(TheHouse, leaves_out_what_needs_more_people) {
    EXPECT_THAT(items_of({"stay"}, 59, Length::whole), Not(Contains("stay_1")));
    EXPECT_THAT(items_of({"stay"}, 60, Length::whole), Contains("stay_2"));
}

TEST(TheHouse, asks_little_after_ninety_days) {
    EXPECT_THAT(items_of({"lead", "know", "belong"}, 30, Length::short_look),
                ElementsAre("know", "lead_1", "lead_2", "lead_3"));
    EXPECT_THAT(items_of({"belong"}, 30, Length::short_look), IsEmpty());
}

TEST(TheHouse, asks_one_side_what_is_for_that_side) {
    auto const items = items_of({"se_m", "open"}, 30, Length::whole);
    EXPECT_THAT(questions_of(items, Side::mentor, {}, Ladders::now, "en"), SizeIs(3 + 7));
    EXPECT_THAT(questions_of(items, Side::mentee, {}, Ladders::now, "en"), SizeIs(3 + 6));
    EXPECT_TRUE(is_asked_of("se_m_1", Side::mentor));
    EXPECT_FALSE(is_asked_of("se_m_1", Side::mentee));
    EXPECT_TRUE(is_asked_of("own_1", Side::mentee));
}

TEST(ALadder, is_one_a_topic_and_at_the_end_also_as_it_was) {
    auto const now = questions_of({"know"}, Side::mentee, {"C1", "gone", "C2"}, Ladders::now, "en");
    EXPECT_THAT(keys_of(now), ElementsAre("know.C1", "know.C2"));
    EXPECT_EQ(range_of(now.front())->most, 4);
    EXPECT_THAT(keys_of(questions_of({"know"}, Side::mentee, {"C1"}, Ladders::now_and_then, "en")),
                ElementsAre("know.C1", "know_then.C1"));
    EXPECT_THAT(topics_in({{"know.C1", 3, {}}, {"voice_1", 3, {}}, {"know_then.C2", 1, {}}}), ElementsAre("C1"));
}

TEST(Mixing, keeps_instruments_together_and_choices_in_front) {
    auto const asked =
        questions_of(items_of({"stereo", "belong"}, 30, Length::whole), Side::mentor, {}, Ladders::now, "en");
    auto const one = keys_of(mixed(asked, 1));
    EXPECT_THAT(one, testing::UnorderedElementsAreArray(keys_of(asked)));
    EXPECT_EQ(one.at(3 + 4), "stereo_about") << "after the three of voice and the four of belong";
    EXPECT_EQ(keys_of(mixed(asked, 1)), one);
    EXPECT_NE(keys_of(mixed(asked, 2)), one);
    std::vector<AskedQuestion> const own{{"own_1", {}, "b", {}}, {"own_2", {}, "a", {}}, {"own_10", {}, "c", {}}};
    EXPECT_EQ(mixed(own, 7), own);
}

TEST(OwnQuestions, are_agreement_choice_and_words) {
    auto const kept = own_questions({{QuestionKind::agreement, "Enough time", {}},
                                     {QuestionKind::choice, "Which day", {"Monday", "Friday"}},
                                     {QuestionKind::text, "What else", {}}},
                                    true);
    ASSERT_TRUE(kept);
    EXPECT_THAT(keys_of(*kept), ElementsAre("own_1", "own_2", "own_3"));
}

TEST(OwnQuestions, are_refused_one_by_one) {
    auto const code = [](OwnQuestion const& question) {
        auto const refused = own_questions({{QuestionKind::text, "Fine", {}}, question}, false);
        if (refused) return std::string("taken");
        auto const& error = refused.refusal().errors.at(0);
        return error.pointer + " " + error.code;
    };
    EXPECT_EQ(code({QuestionKind::confidence, "x", {}}), "/questions/1 not_asked_here");
    EXPECT_EQ(code({QuestionKind::choice, "x", {"one"}}), "/questions/1 too_short");
    EXPECT_EQ(code({QuestionKind::choice, "x", {"one", "one"}}), "/questions/1 twice");
    EXPECT_EQ(code({QuestionKind::choice, "x", {"one", ""}}), "/questions/1 format");
    EXPECT_EQ(code({QuestionKind::agreement, "x", {"one"}}), "/questions/1 not_with_this_kind");
    std::vector<OwnQuestion> const eleven(11, {QuestionKind::agreement, "x", {}});
    EXPECT_EQ(own_questions(eleven, true).refusal().errors.at(0).code, "too_many_questions");
    EXPECT_TRUE(own_questions(eleven, false));
}

TEST(Answers, are_checked_against_what_was_asked) {
    std::vector<AskedQuestion> const asked{{"voice_1", QuestionKind::agreement, "", {}},
                                           {"se_m_1", QuestionKind::confidence, "", {}},
                                           {"own_1", QuestionKind::choice, "", {"a", "b"}},
                                           {"own_2", QuestionKind::text, "", {}}};
    auto const code = [&](std::vector<QuestionnaireAnswer> const& answers) {
        auto const checked = check_answers(answers, asked);
        return checked ? std::string("taken") : checked.refusal().errors.at(0).code;
    };
    EXPECT_EQ(code({{"voice_1", 5, {}}, {"se_m_1", 0, {}}, {"own_1", 2, {}}, {"own_2", {}, "So"}}), "taken");
    EXPECT_EQ(code({{"voice_1", {}, {}}}), "taken") << "cannot say";
    EXPECT_EQ(code({{"voice_1", 0, {}}}), "out_of_range");
    EXPECT_EQ(code({{"se_m_1", 11, {}}}), "out_of_range");
    EXPECT_EQ(code({{"own_1", 3, {}}}), "out_of_range");
    EXPECT_EQ(code({{"voice_1", {}, "words"}}), "wrong_kind");
    EXPECT_EQ(code({{"own_2", 1, {}}}), "wrong_kind");
    EXPECT_EQ(code({{"voice_1", 1, {}}, {"voice_1", 2, {}}}), "twice");
    EXPECT_EQ(code({{"voice_2", 1, {}}}), "unknown");
}

}  // namespace
}  // namespace questionnaire

#include "ballot/question_set.hpp"

#include <gmock/gmock.h>

namespace {

using namespace ballot;
using testing::ElementsAre;

std::vector<Question> questions() {
    return {{"safe", QuestionKind::agreement, "I can say what I think.", {}},
            {"how", QuestionKind::choice, "How would you rather meet?", {"In person", "By video"}},
            {"why", QuestionKind::text, "What should change?", {}}};
}
std::string fault_of(std::vector<QuestionAnswer> const& answers) {
    auto const checked = check_answers(answers, questions());
    return checked ? "" : checked.refusal().errors.at(0).pointer + " " + checked.refusal().errors.at(0).code;
}
std::vector<PersonId> people(std::uint8_t count) {
    std::vector<PersonId> all;
    for (std::uint8_t i = 0; i < count; ++i) all.push_back(PersonId{{i}});
    return all;
}

TEST(AQuestionSet, goes_from_keys_to_answers) {
    base::Instant const noon{};
    QuestionSet set;
    set.closes_at = noon;
    auto const before = noon - std::chrono::seconds(1);
    EXPECT_EQ(stage_of(set, before), Stage::preparing);
    set.public_key = meta::Bytes{{1}};
    EXPECT_EQ(stage_of(set, before), Stage::open);
    EXPECT_EQ(stage_of(set, noon), Stage::over);
    set.is_closed = true;
    EXPECT_EQ(stage_of(set, noon), Stage::closed);
}

TEST(AQuestionSet, is_for_eight_different_people_at_least) {
    EXPECT_FALSE(check_audience(people(7)));
    EXPECT_EQ(check_audience(people(7)).refusal().code, "too_few_for_anonymity");
    EXPECT_TRUE(check_audience(people(8)));
    auto twice = people(7);
    twice.push_back(twice.front());
    EXPECT_FALSE(check_audience(twice));
}

TEST(AnswersWithoutAName, are_of_the_questions_and_in_their_range) {
    EXPECT_EQ(fault_of({{"safe", 5, {}}, {"how", 2, {}}, {"why", {}, "Less mail"}}), "");
    EXPECT_EQ(fault_of({{"safe", {}, {}}}), "") << "cannot say";
    EXPECT_EQ(fault_of({}), "/answers nothing_answered");
    EXPECT_EQ(fault_of({{"other", 1, {}}}), "/answers/0 unknown");
    EXPECT_EQ(fault_of({{"safe", 1, {}}, {"safe", 2, {}}}), "/answers/1 twice");
    EXPECT_EQ(fault_of({{"safe", 6, {}}}), "/answers/0 out_of_range");
    EXPECT_EQ(fault_of({{"safe", 0, {}}}), "/answers/0 out_of_range");
    EXPECT_EQ(fault_of({{"how", 3, {}}}), "/answers/0 out_of_range");
    EXPECT_EQ(fault_of({{"how", {}, {}}}), "/answers/0 wrong_kind");
    EXPECT_EQ(fault_of({{"safe", 3, "because"}}), "/answers/0 wrong_kind");
    EXPECT_EQ(fault_of({{"why", 3, {}}}), "/answers/0 wrong_kind");
    EXPECT_EQ(fault_of({{"why", {}, {}}}), "/answers/0 wrong_kind");
    EXPECT_EQ(fault_of({{"why", {}, "  "}}), "/answers/0 empty");
}

TEST(AnswersWithoutAName, are_kept_with_no_text_beside_anything) {
    EXPECT_THAT(
        apart({{"safe", 5, {}}, {"why", {}, "Less mail"}, {"how", 2, {}}, {"more", {}, "Tea"}}),
        ElementsAre(ElementsAre(QuestionAnswer{"why", {}, "Less mail"}), ElementsAre(QuestionAnswer{"more", {}, "Tea"}),
                    ElementsAre(QuestionAnswer{"safe", 5, {}}, QuestionAnswer{"how", 2, {}})));
    EXPECT_EQ(apart({{"why", {}, "Less mail"}}).size(), 1U);
}

}  // namespace

#include "voice/question.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace voice {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

base::Day day(char const* text) {
    return base::parse_day(text).value();
}

Question asked() {
    Question question;
    question.audience = Audience::panel;
    question.answer_by = day("2026-12-10");
    question.decide_by = day("2026-12-20");
    return ask(question, day("2026-11-22")).value();
}

DecisionWanted wanted(Outcome outcome, std::optional<base::Day> until_on = std::nullopt, std::int64_t version = 1) {
    return {version, outcome, " Because it costs too little. ", " That mornings are full. ", until_on};
}

std::string refused(base::Result<Decided> const& decided) {
    if (decided) return "";
    auto const& refusal = decided.refusal();
    return refusal.errors.empty() ? refusal.code : refusal.errors[0].pointer + " " + refusal.errors[0].code;
}

TEST(AQuestion, is_asked_with_days_that_follow_each_other) {
    auto const refusal_of = [](char const* answer_by, char const* decide_by) {
        Question question;
        question.answer_by = day(answer_by);
        question.decide_by = day(decide_by);
        auto const tried = ask(question, day("2026-11-22"));
        return tried ? "" : tried.refusal().errors.at(0).pointer + " " + tried.refusal().errors.at(0).code;
    };
    EXPECT_EQ(refusal_of("2026-11-23", "2026-11-24"), "");
    EXPECT_EQ(refusal_of("2026-11-22", "2026-11-24"), "/answer_by in_the_past");
    EXPECT_EQ(refusal_of("2026-11-23", "2026-11-22"), "/decide_by in_the_past");
    EXPECT_EQ(refusal_of("2026-11-23", "2027-05-22"), "/decide_by too_far");
    EXPECT_EQ(refusal_of("2026-11-24", "2026-11-24"), "/answer_by after_the_decision");
    EXPECT_EQ(asked().promised_on, day("2026-12-20"));
}

TEST(AQuestion, is_closed_by_a_decision_with_its_reason_and_what_was_heard_and_by_nothing_else) {
    auto const late = day("2026-12-15");
    auto const closed = decide(asked(), wanted(Outcome::adopted, day("2027-01-15")), late).value();
    EXPECT_EQ(closed.question.closed_on, late);
    EXPECT_EQ(closed.words.reason, "Because it costs too little.");
    EXPECT_EQ(closed.question.version, 2);
    EXPECT_EQ(refused(decide(closed.question, wanted(Outcome::declined, {}, 2), late)), "question_closed");
    for (auto outcome : {Outcome::adopted, Outcome::adapted, Outcome::declined, Outcome::deferred}) {
        auto without_reason = wanted(outcome, day("2027-01-15"));
        without_reason.reason = "  ";
        EXPECT_EQ(refused(decide(asked(), without_reason, late)), "/reason too_short");
        auto without_hearing = wanted(outcome, day("2027-01-15"));
        without_hearing.heard = "";
        EXPECT_EQ(refused(decide(asked(), without_hearing, late)), "/heard too_short");
    }
    EXPECT_EQ(refused(decide(asked(), wanted(Outcome::adopted), late)), "/until_on required");
    EXPECT_EQ(refused(decide(asked(), wanted(Outcome::deferred), late)), "/until_on required");
    EXPECT_EQ(refused(decide(asked(), wanted(Outcome::deferred, late), late)), "/until_on in_the_past");
    EXPECT_EQ(refused(decide(asked(), wanted(Outcome::declined, {}, 7), late)), "stale");
    EXPECT_EQ(decide(asked(), wanted(Outcome::declined, day("2027-01-15")), late)->until_on, std::nullopt);
}

TEST(AQuestion, to_a_panel_takes_nothing_up_while_answers_come_in_but_can_be_withdrawn) {
    auto const early = day("2026-12-10");
    EXPECT_EQ(refused(decide(asked(), wanted(Outcome::adapted), early)), "answers_still_open");
    EXPECT_EQ(refused(decide(asked(), wanted(Outcome::declined), early)), "");
    auto to_a_partner = asked();
    to_a_partner.audience = Audience::partner;
    EXPECT_EQ(refused(decide(to_a_partner, wanted(Outcome::adapted), early)), "");
}

TEST(AQuestion, counts_as_declined_with_its_third_deferral) {
    auto const first = decide(asked(), wanted(Outcome::deferred, day("2027-01-10")), day("2026-12-15")).value();
    EXPECT_EQ(first.question.decide_by, day("2027-01-10"));
    EXPECT_EQ(first.question.promised_on, day("2026-12-20"));
    EXPECT_FALSE(first.question.closed_on);
    auto const second =
        decide(first.question, wanted(Outcome::deferred, day("2027-02-10"), 2), day("2027-01-10")).value();
    auto const third =
        decide(second.question, wanted(Outcome::deferred, day("2027-03-10"), 3), day("2027-02-10")).value();
    EXPECT_EQ(third.outcome, Outcome::declined);
    EXPECT_TRUE(third.is_third_deferral);
    EXPECT_EQ(third.question.closed_on, day("2027-02-10"));
    EXPECT_EQ(third.until_on, std::nullopt);
}

TEST(AQuestion, is_overdue_when_its_day_and_three_more_are_over) {
    EXPECT_EQ(state_of(asked(), day("2026-12-23")), LoopState::open);
    EXPECT_EQ(state_of(asked(), day("2026-12-24")), LoopState::overdue);
    auto const deferred = decide(asked(), wanted(Outcome::deferred, day("2027-01-10")), day("2026-12-24")).value();
    EXPECT_EQ(state_of(deferred.question, day("2026-12-24")), LoopState::open);
}

TEST(AQuestion, reminds_whoever_asked_seven_and_two_days_before) {
    EXPECT_EQ(reminder_due(asked(), day("2026-12-12")), std::nullopt);
    EXPECT_EQ(reminder_due(asked(), day("2026-12-13")), 7);
    EXPECT_EQ(reminder_due(asked(), day("2026-12-17")), 7) << "on another day when the house was down";
    EXPECT_EQ(reminder_due(asked(), day("2026-12-18")), 2);
    EXPECT_EQ(reminder_due(asked(), day("2026-12-20")), 2);
    EXPECT_EQ(reminder_due(asked(), day("2026-12-21")), std::nullopt);
    auto soon = asked();
    soon.asked_on = day("2026-12-18");
    EXPECT_EQ(reminder_due(soon, day("2026-12-18")), std::nullopt) << "nobody is reminded while they ask";
    auto const closed = voice::decide(asked(), wanted(Outcome::declined), day("2026-12-18")).value().question;
    EXPECT_EQ(reminder_due(closed, day("2026-12-18")), std::nullopt);
}

TEST(AQuestion, lets_each_do_what_is_theirs) {
    using enum QuestionAction;
    auto const question = asked();
    EXPECT_THAT(allowed_actions(question, QuestionSeat::asked, day("2026-12-10")), ElementsAre(answer));
    EXPECT_THAT(allowed_actions(question, QuestionSeat::asked, day("2026-12-11")), IsEmpty());
    EXPECT_THAT(allowed_actions(question, QuestionSeat::asker, day("2027-05-01")), ElementsAre(decide, draft));
    EXPECT_THAT(allowed_actions(question, QuestionSeat::successor, day("2027-05-01")), ElementsAre(decide, draft));
    EXPECT_THAT(allowed_actions(question, QuestionSeat::drafter, day("2026-12-10")), ElementsAre(draft));
    EXPECT_THAT(allowed_actions(question, QuestionSeat::reader, day("2026-12-10")), IsEmpty());
    auto const closed = voice::decide(question, wanted(Outcome::declined), day("2026-12-01")).value().question;
    EXPECT_THAT(allowed_actions(closed, QuestionSeat::asked, day("2026-12-15")), ElementsAre(mark));
    EXPECT_THAT(allowed_actions(closed, QuestionSeat::asked, day("2026-12-16")), IsEmpty());
    EXPECT_THAT(allowed_actions(closed, QuestionSeat::asker, day("2026-12-02")), IsEmpty());
}

TEST(AQuestion, keeps_answers_without_a_name_from_whoever_has_no_part_in_them) {
    auto const question = asked();
    auto const closed = voice::decide(question, wanted(Outcome::declined), day("2026-12-01")).value().question;
    for (auto seat : {QuestionSeat::asker, QuestionSeat::successor}) {
        EXPECT_TRUE(may_read_anonymous(question, seat));
        EXPECT_TRUE(may_read_anonymous(closed, seat));
    }
    for (auto seat : {QuestionSeat::former, QuestionSeat::asked, QuestionSeat::reader}) {
        EXPECT_FALSE(may_read_anonymous(question, seat));
        EXPECT_TRUE(may_read_anonymous(closed, seat)) << "with the decision";
    }
    for (auto seat : {QuestionSeat::drafter, QuestionSeat::runner}) {
        EXPECT_FALSE(may_read_anonymous(question, seat));
        EXPECT_FALSE(may_read_anonymous(closed, seat));
    }
    EXPECT_EQ(state_of_anonymous(false, 9), AnonymousState::waiting);
    EXPECT_EQ(state_of_anonymous(true, 0), AnonymousState::too_few);
    EXPECT_EQ(state_of_anonymous(true, 4), AnonymousState::too_few);
    EXPECT_EQ(state_of_anonymous(true, 5), AnonymousState::shown);
}

}  // namespace
}  // namespace voice

#include "supervisor/protected_time.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace supervisor;
using testing::ElementsAre;
using testing::IsEmpty;

namespace {

base::Day day(char const* text) {
    return base::parse_day(text).value();
}

base::Day const kToday = day("2026-11-22");
crypto::Nonce const kFresh = crypto::Nonce::parse("00000000-0000-4000-8000-000000000001").value();
crypto::Nonce const kFresher = crypto::Nonce::parse("00000000-0000-4000-8000-000000000002").value();

Wanted two_hours() {
    return {std::nullopt, " Lena  Vogel ", 2, day("2027-01-31")};
}

// Told, and answered with a yes but for December.
ProtectedTime answered() {
    auto const asked = ask({}, two_hours(), kToday, kFresh).value();
    return answer(tell(asked, kToday, {}).value(), {SupervisorAnswer::yes_except, {"2026-12"}}, kToday).value();
}

std::string code_of(auto const& result) {
    return result ? "" : result.refusal().errors.front().pointer + " " + result.refusal().errors.front().code;
}

}  // namespace

TEST(AskingForTime, is_a_draft_until_it_is_told_and_open_until_its_day) {
    auto const draft = ask({}, two_hours(), kToday, kFresh).value();
    EXPECT_EQ(draft.supervisor_name, "Lena Vogel");
    EXPECT_FALSE(is_open(draft, kToday));
    auto const told = tell(draft, kToday, {}).value();
    EXPECT_TRUE(is_open(told, kToday));
    EXPECT_TRUE(is_open(told, day("2027-01-31")));
    EXPECT_FALSE(is_open(told, day("2027-02-01")));
}

TEST(AskingForTime, refuses_a_day_that_has_passed_or_is_years_away_and_nobody) {
    auto wanted = two_hours();
    wanted.until_on = kToday - 1;
    EXPECT_EQ(code_of(ask({}, wanted, kToday, kFresh)), "/until_on in_the_past");
    wanted.until_on = kToday + kMostDays + 1;
    EXPECT_EQ(code_of(ask({}, wanted, kToday, kFresh)), "/until_on too_far");
    wanted = two_hours();
    wanted.supervisor_name = "  ";
    EXPECT_EQ(code_of(ask({}, wanted, kToday, kFresh)), "/supervisor_name required");
    auto const asked = ask({}, two_hours(), kToday, kFresh).value();
    EXPECT_EQ(code_of(tell(asked, day("2027-02-01"), {})), "/until_on in_the_past");
}

TEST(AskingForTime, keeps_the_answer_until_hours_or_day_are_others) {
    EXPECT_EQ(ask(answered(), two_hours(), kToday, kFresher)->answer, SupervisorAnswer::yes_except);
    auto more = two_hours();
    more.hours_a_month = 3;
    auto const changed = ask(answered(), more, kToday, kFresher).value();
    EXPECT_FALSE(changed.answer);
    EXPECT_THAT(except_months_of(changed), IsEmpty());
    EXPECT_EQ(changed.link_nonce, kFresh) << "the mail they have opens it still";
    EXPECT_TRUE(changed.told_on);
    auto later = two_hours();
    later.until_on = day("2027-02-28");
    EXPECT_FALSE(ask(answered(), later, kToday, kFresher)->answer);
}

TEST(AskingForTime, of_another_supervisor_is_asked_anew) {
    auto other = two_hours();
    other.supervisor_name = "Marta Kowalska";
    auto const asked = ask(answered(), other, kToday, kFresher).value();
    EXPECT_EQ(asked.link_nonce, kFresher);
    EXPECT_FALSE(asked.told_on);
    EXPECT_FALSE(asked.answer);
}

TEST(AnsweringForTime, takes_a_change_of_mind_and_keeps_months_in_order_and_once) {
    EXPECT_THAT(months_ahead(kToday, day("2027-01-31")), ElementsAre("2026-11", "2026-12", "2027-01"));
    auto const but =
        answer(answered(), {SupervisorAnswer::yes_except, {"2027-01", "2026-11", "2027-01"}}, kToday).value();
    EXPECT_THAT(except_months_of(but), ElementsAre("2026-11", "2027-01"));
    EXPECT_TRUE(is_confirmed(but.answer));
    auto const talks = answer(but, {SupervisorAnswer::talk, {}}, kToday).value();
    EXPECT_THAT(except_months_of(talks), IsEmpty());
    EXPECT_FALSE(is_confirmed(talks.answer));
    EXPECT_FALSE(is_confirmed(std::nullopt));
    EXPECT_TRUE(is_confirmed(SupervisorAnswer::yes));
}

TEST(AnsweringForTime, refuses_months_that_make_no_sense) {
    auto refused = [](SupervisorAnswer given, std::vector<std::string> months) {
        return code_of(answer(answered(), {given, std::move(months)}, kToday));
    };
    EXPECT_EQ(refused(SupervisorAnswer::yes_except, {}), "/except_months required");
    EXPECT_EQ(refused(SupervisorAnswer::yes, {"2026-12"}), "/except_months not_asked_here");
    EXPECT_EQ(refused(SupervisorAnswer::talk, {"2026-12"}), "/except_months not_asked_here");
    EXPECT_EQ(refused(SupervisorAnswer::yes_except, {"2027-02"}), "/except_months not_a_month_ahead");
    EXPECT_EQ(refused(SupervisorAnswer::yes_except, {"2026-13"}), "/except_months not_a_month_ahead");
    EXPECT_EQ(refused(SupervisorAnswer::yes_except, {"2026-11", "2026-12", "2027-01"}), "/except_months nothing_left");
}

TEST(AnsweringForTime, offers_one_month_where_only_one_is_left) {
    EXPECT_THAT(months_ahead(kToday, kToday), ElementsAre("2026-11"));
    EXPECT_THAT(months_ahead(kToday, kToday - 1), IsEmpty());
}

TEST(UsualHours, follow_how_often_two_people_talk) {
    using programme::Cadence;
    EXPECT_EQ(usual_hours(Cadence::weekly), 5);
    EXPECT_EQ(usual_hours(Cadence::fortnightly), 3);
    EXPECT_EQ(usual_hours(Cadence::every_three_weeks), 3);
    EXPECT_EQ(usual_hours(Cadence::monthly), 2);
    EXPECT_EQ(usual_hours(Cadence::every_two_months), 1);
}

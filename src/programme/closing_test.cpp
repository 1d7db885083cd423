#include "programme/closing.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace programme;
using testing::ElementsAre;
using testing::IsEmpty;

namespace {

base::Day const kClosingToday = *base::parse_day("2026-11-22");
base::Instant const kClosingNow = base::start_of_utc(kClosingToday);
base::AnyId const kFirstNews = *base::AnyId::parse("01900000-0000-7000-8000-000000000001");
base::AnyId const kOtherNews = *base::AnyId::parse("01900000-0000-7000-8000-000000000002");

Programme programme_in(State state) {
    Programme programme;
    programme.state = state;
    return programme;
}

base::Result<Closing> announce_on(base::Day day, std::optional<Closing> const& standing = {},
                                  State state = State::running) {
    return announce(programme_in(state), standing, standing ? standing->version : 0, day,
                    standing ? kOtherNews : kFirstNews, kClosingToday, kClosingNow);
}

Closing announced() {
    return announce_on(kClosingToday + 30).value();
}

std::vector<ClosingTarget> one_target() {
    return {{"Two of the five questions are answered", *base::parse_day("2027-03-01"), "Marta"}};
}

Closing reviewed() {
    return write_review(State::running, announced(), 1, one_target(), "Thank you.", kOtherNews).value();
}

}  // namespace

TEST(TheLastDayOfAProgramme, is_told_fourteen_days_before) {
    EXPECT_EQ(announce_on(kClosingToday + 13).refusal().errors.at(0).code, "too_soon");
    EXPECT_EQ(announce_on(kClosingToday + 13).refusal().errors.at(0).params.at("earliest"), "2026-12-06");
    auto const closing = announce_on(kClosingToday + 14);
    ASSERT_TRUE(closing);
    EXPECT_EQ(closing->version, 1);
    EXPECT_EQ(closing->announcement_id, kFirstNews);
    EXPECT_EQ(announce_on(kClosingToday + 731).refusal().errors.at(0).code, "too_far");
}

TEST(TheLastDayOfAProgramme, is_told_again_when_it_changes_and_only_then) {
    auto const later = announce_on(kClosingToday + 44, announced()).value();
    EXPECT_EQ(later.announcement_id, kOtherNews);
    EXPECT_EQ(later.version, 2);
    EXPECT_EQ(announce_on(kClosingToday + 30, announced())->announcement_id, kFirstNews);
    EXPECT_EQ(announce_on(kClosingToday + 1, announced()).refusal().errors.at(0).code, "too_soon");
    auto const stale = announce(programme_in(State::running), announced(), 0, kClosingToday + 44, kOtherNews,
                                kClosingToday, kClosingNow);
    EXPECT_EQ(stale.refusal().code, "stale");
}

TEST(TheLastDayOfAProgramme, is_set_neither_in_draft_nor_after_the_end) {
    EXPECT_EQ(announce_on(kClosingToday + 30, {}, State::draft).refusal().code, "programme_state");
    EXPECT_EQ(announce_on(kClosingToday + 30, {}, State::closed).refusal().code, "programme_closed");
    for (auto state : {State::enrolling, State::matching, State::running, State::reviewing})
        EXPECT_TRUE(announce_on(kClosingToday + 30, {}, state));
}

TEST(TheLastDayOfAProgramme, is_a_whole_day) {
    EXPECT_FALSE(is_due(announced(), kClosingToday + 30));
    EXPECT_TRUE(is_due(announced(), kClosingToday + 31));
    EXPECT_EQ(kept_until(announced()) - pairs_end_on(announced()), 180);
}

TEST(TheReviewOfAProgramme, takes_back_the_agreement_with_other_targets_but_not_with_other_thanks) {
    auto const agreed = agree(reviewed(), 2, kClosingNow).value();
    auto const thanked = write_review(State::running, agreed, 3, one_target(), "Thank you all.", kFirstNews).value();
    EXPECT_TRUE(thanked.agreed_at);
    EXPECT_EQ(thanked.review_id, agreed.review_id);
    auto const changed = write_review(State::running, agreed, 3, {}, "", kFirstNews).value();
    EXPECT_FALSE(changed.agreed_at);
    EXPECT_FALSE(changed.review_id);
}

TEST(TheReviewOfAProgramme, refuses_blank_words_and_what_was_read_before) {
    auto targets = one_target();
    targets[0].text = "  ";
    targets[0].who = "";
    auto const refusal = write_review(State::running, announced(), 1, targets, "", kOtherNews).refusal();
    EXPECT_EQ(refusal.errors.size(), 2U);
    EXPECT_EQ(refusal.errors.at(0).pointer, "/targets/0/text");
    EXPECT_EQ(write_review(State::running, announced(), 7, {}, "", kOtherNews).refusal().code, "stale");
}

TEST(TheReviewOfAProgramme, may_be_finished_after_the_last_day_but_not_changed_any_more) {
    EXPECT_TRUE(write_review(State::closed, announced(), 1, one_target(), "", kOtherNews));
    auto const agreed = agree(reviewed(), 2, kClosingNow).value();
    EXPECT_EQ(write_review(State::closed, agreed, 3, {}, "", kOtherNews).refusal().code, "programme_closed");
}

TEST(TheSponsor, agrees_once_to_the_targets_they_were_shown) {
    EXPECT_EQ(agree(announced(), 1, kClosingNow).refusal().code, "nothing_to_agree");
    EXPECT_EQ(agree(reviewed(), 1, kClosingNow).refusal().code, "stale");
    auto const agreed = agree(reviewed(), 2, kClosingNow).value();
    EXPECT_EQ(agree(agreed, 2, kClosingNow + std::chrono::hours(1))->agreed_at, agreed.agreed_at);
}

TEST(WhatRemains, is_what_has_not_been_done) {
    EXPECT_THAT(remaining_steps({}, true),
                ElementsAre(ClosingStep::announce, ClosingStep::targets, ClosingStep::agreement, ClosingStep::thanks));
    EXPECT_THAT(remaining_steps(announced(), false),
                ElementsAre(ClosingStep::sponsor, ClosingStep::targets, ClosingStep::agreement, ClosingStep::thanks));
    EXPECT_THAT(remaining_steps(agree(reviewed(), 2, kClosingNow).value(), true), IsEmpty());
}

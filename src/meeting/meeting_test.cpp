#include "meeting/meeting.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace meeting {
namespace {

using pairing::Stage;
using testing::ElementsAre;
using testing::IsEmpty;

constexpr auto kHour = std::chrono::hours(1);
constexpr auto kDay = std::chrono::hours(24);

// A Monday.
base::Instant const kNow = base::start_of_utc(*base::make_day(2026, 11, 23)) + 9 * kHour;

Time time_at(base::Duration ahead) {
    return {"2026-11-24T10:00", "Europe/Paris", kNow + ahead};
}
Act by(Side side, std::int32_t version, base::Instant now = kNow) {
    return {side, version, now};
}
Meeting proposed(std::vector<Time> times = {time_at(kDay), time_at(2 * kDay)}) {
    return *propose({}, Stage::started, 0, std::move(times), by(Side::mentee, 0));
}
Meeting set_in(base::Duration ahead) {
    return *choose(proposed({time_at(ahead)}), Stage::started, kNow + ahead, by(Side::mentor, 1));
}
base::Instant after(base::Duration ahead) {
    return kNow + ahead;
}

TEST(Proposing, puts_up_to_three_times_on_the_table) {
    auto const meeting = proposed();
    EXPECT_EQ(state_of(meeting), State::proposed);
    EXPECT_EQ(meeting.version, 1);
    EXPECT_EQ(meeting.proposed_by, Side::mentee);
    auto const four =
        propose({}, Stage::started, 0, {time_at(kDay), time_at(2 * kDay), time_at(3 * kDay), time_at(4 * kDay)},
                by(Side::mentee, 0));
    EXPECT_EQ(four.refusal().errors.at(0).code, "too_many");
    EXPECT_EQ(propose({}, Stage::started, 0, {}, by(Side::mentee, 0)).refusal().errors.at(0).code, "required");
}

TEST(Proposing, refuses_times_behind_twice_or_too_far) {
    auto const refused = [](std::vector<Time> times) {
        auto const answer = propose({}, Stage::started, 0, std::move(times), by(Side::mentor, 0));
        auto const& error = answer.refusal().errors.at(0);
        return error.pointer + " " + error.code;
    };
    EXPECT_EQ(refused({time_at(kDay), time_at(-kHour)}), "/times/1/starts_local in_the_past");
    EXPECT_EQ(refused({time_at(kDay), time_at(kDay)}), "/times/1/starts_local twice");
    EXPECT_EQ(refused({time_at(400 * kDay)}), "/times/0/starts_local too_far");
}

TEST(Proposing, waits_for_both_to_go_on_and_ends_with_the_pair) {
    auto const code = [](Stage stage) {
        return propose({}, stage, 0, {time_at(kDay)}, by(Side::mentor, 0)).refusal().code;
    };
    EXPECT_EQ(code(Stage::exploring), "still_exploring");
    EXPECT_EQ(code(Stage::paused), "pairing_paused");
    EXPECT_EQ(code(Stage::finished), "pairing_over");
    EXPECT_EQ(code(Stage::set_aside), "pairing_over");
    EXPECT_TRUE(propose({}, Stage::agreeing, 0, {time_at(kDay)}, by(Side::mentor, 0)));
}

TEST(Proposing, is_refused_when_twelve_are_open) {
    EXPECT_EQ(propose({}, Stage::started, kMostOpen, {time_at(kDay)}, by(Side::mentor, 0)).refusal().code,
              "too_many_open");
}

TEST(Choosing, is_for_the_other_of_the_two_and_sets_the_date) {
    auto const meeting = proposed();
    auto const at = meeting.times[1].starts_at;
    EXPECT_EQ(choose(meeting, Stage::started, at, by(Side::mentee, 1)).refusal().code, "own_proposal");
    auto const set = choose(meeting, Stage::started, at, by(Side::mentor, 1));
    ASSERT_TRUE(set);
    EXPECT_EQ(state_of(*set), State::set);
    EXPECT_EQ(set->time->starts_at, at);
    EXPECT_THAT(set->times, IsEmpty());
    EXPECT_EQ(choose(*set, Stage::started, at, by(Side::mentor, 2)).refusal().code, "nothing_to_choose");
}

TEST(Choosing, takes_only_what_is_on_the_table_and_still_ahead) {
    auto const meeting = proposed();
    auto const error = [&](base::Instant at, base::Instant now) {
        return choose(meeting, Stage::started, at, by(Side::mentor, 1, now)).refusal().errors.at(0).code;
    };
    EXPECT_EQ(error(after(5 * kDay), kNow), "not_proposed");
    EXPECT_EQ(error(after(kDay), after(2 * kDay)), "in_the_past");
}

TEST(EveryVerb, asks_for_the_version_that_was_read) {
    auto const meeting = proposed();
    auto const at = meeting.times[0].starts_at;
    EXPECT_EQ(choose(meeting, Stage::started, at, by(Side::mentor, 0)).refusal().code, "stale");
    EXPECT_EQ(move(meeting, Stage::started, {time_at(kDay)}, Side::mentor, by(Side::mentor, 7)).refusal().code,
              "stale");
    EXPECT_EQ(cancel(meeting, Stage::started, Side::mentor, by(Side::mentor, 2)).refusal().code, "stale");
    EXPECT_EQ(change_where(meeting, Stage::started, {}, by(Side::mentor, 2)).refusal().code, "stale");
    EXPECT_EQ(hold(set_in(kDay), Stage::started, by(Side::mentor, 1, after(2 * kDay))).refusal().code, "stale");
}

TEST(Moving, takes_a_set_date_off_and_says_whose_it_was) {
    auto const moved = move(set_in(kDay), Stage::started, {time_at(3 * kDay)}, Side::mentor, by(Side::mentor, 2));
    ASSERT_TRUE(moved);
    EXPECT_EQ(state_of(moved->meeting), State::proposed);
    EXPECT_EQ(moved->meeting.sequence, 1);
    EXPECT_EQ(moved->meeting.proposed_by, Side::mentor);
    EXPECT_EQ(moved->change, (Change{ChangeKind::moved, Side::mentor, after(kDay), kNow}));
}

TEST(Moving, what_is_only_proposed_is_an_answer_with_other_times_and_nobodys_change) {
    auto const moved = move(proposed(), Stage::started, {time_at(3 * kDay)}, Side::mentor, by(Side::mentor, 1));
    ASSERT_TRUE(moved);
    EXPECT_EQ(moved->change, std::nullopt);
    EXPECT_EQ(moved->meeting.proposed_by, Side::mentor);
    EXPECT_EQ(moved->meeting.sequence, 0);
}

TEST(Cancelling, is_ones_own_before_the_start_and_either_may_say_whose_after_it) {
    auto const meeting = set_in(kDay);
    EXPECT_EQ(cancel(meeting, Stage::started, Side::mentee, by(Side::mentor, 2)).refusal().code, "not_yours_to_say");
    auto const missed = cancel(meeting, Stage::started, Side::mentee, by(Side::mentor, 2, after(kDay + kHour)));
    ASSERT_TRUE(missed);
    EXPECT_EQ(missed->change->side, Side::mentee);
    EXPECT_EQ(state_of(missed->meeting), State::cancelled);
    EXPECT_EQ(missed->meeting.sequence, 1);
    EXPECT_EQ(cancel(missed->meeting, Stage::started, Side::mentor, by(Side::mentor, 3)).refusal().code,
              "meeting_over");
}

TEST(Holding, is_said_from_the_start_on) {
    auto const meeting = set_in(kDay);
    EXPECT_EQ(hold(meeting, Stage::started, by(Side::mentor, 2)).refusal().code, "not_begun");
    EXPECT_EQ(hold(proposed(), Stage::started, by(Side::mentor, 1)).refusal().code, "not_set");
    auto const held = hold(meeting, Stage::started, by(Side::mentee, 2, after(kDay)));
    ASSERT_TRUE(held);
    EXPECT_EQ(state_of(*held), State::held);
}

TEST(WhatTheButtonsDependOn, follows_the_verbs) {
    auto const actions = [](Meeting const& meeting, Side side, base::Instant now = kNow) {
        return allowed_actions(meeting, Stage::started, side, now);
    };
    EXPECT_THAT(actions(proposed(), Side::mentor),
                ElementsAre(Action::choose, Action::move, Action::change_where, Action::cancel));
    EXPECT_THAT(actions(proposed(), Side::mentee), ElementsAre(Action::move, Action::change_where, Action::cancel));
    EXPECT_THAT(actions(set_in(kDay), Side::mentor), ElementsAre(Action::move, Action::change_where, Action::cancel));
    EXPECT_THAT(actions(set_in(kDay), Side::mentor, after(kDay)),
                ElementsAre(Action::move, Action::hold, Action::cancel));
    EXPECT_THAT(allowed_actions(set_in(kDay), Stage::finished, Side::mentor, kNow), IsEmpty());
}

TEST(ATally, counts_what_was_held_and_finds_the_farthest_date) {
    auto const held = *hold(set_in(kHour), Stage::started, by(Side::mentor, 2, after(2 * kHour)));
    auto const tally = tally_of({held, set_in(5 * kDay), set_in(3 * kDay), proposed(), set_in(kHour)});
    EXPECT_EQ(tally, (Tally{1, 45, after(5 * kDay)}));
}

TEST(WhatWasAgreed, is_the_cadence_over_the_time_there_is) {
    pairing::Agreement agreement;
    agreement.cadence = pairing::Cadence::monthly;
    agreement.ends_on = *base::make_day(2027, 5, 10);
    EXPECT_EQ(agreed_of(agreement, *base::make_day(2026, 11, 23)), (Agreed{6, 270}));
    agreement.ends_on = *base::make_day(2026, 11, 30);
    EXPECT_EQ(agreed_of(agreement, *base::make_day(2026, 11, 23)).meetings, 1);
}

}  // namespace
}  // namespace meeting

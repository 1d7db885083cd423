#include "care/sign.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/random.hpp"
#include "care/ladder.hpp"

namespace care {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr auto kHour = std::chrono::hours(1);
constexpr auto kDay = std::chrono::hours(24);
// A Monday.
base::Instant const kStart = base::start_of_utc(*base::make_day(2026, 11, 23)) + 9 * kHour;

base::Instant on(int day, int hour = 9) {
    return base::start_of_utc(base::utc_day(kStart) + day) + hour * kHour;
}

// A pair as it lives, told by the day.
struct Pair {
    History history;
    std::uint8_t ids = 0;

    Pair() {
        history.started_at = kStart;
        history.cadence_days = 30;
        history.booking_side = Side::mentee;
    }
    Occasion& proposed(Side by, int day) {
        Occasion occasion;
        occasion.id.bytes[0] = ++ids;
        occasion.opened_at = occasion.proposed_at = on(day);
        occasion.proposed_by = by;
        return history.occasions.emplace_back(occasion);
    }
    Occasion& set(int opened, int starts) {
        auto& occasion = proposed(Side::mentee, opened);
        occasion.starts_at = on(starts, 15);
        return occasion;
    }
    void held(int opened, int day) { set(opened, day).held_at = on(day, 16); }
    void cancelled(Side by, int opened, int starts, int day, int hour = 9) {
        auto& occasion = set(opened, starts);
        occasion.cancelled_at = on(day, hour);
        history.changes.push_back(
            {occasion.id, meeting::ChangeKind::cancelled, by, *occasion.starts_at, *occasion.cancelled_at});
    }
    void moved(Occasion const& occasion, Side by, int starts, int day) {
        history.changes.push_back({occasion.id, meeting::ChangeKind::moved, by, on(starts, 15), on(day)});
    }
    std::vector<Sign> signs(int day) const { return signs_of(history, {}, on(day)); }
    std::optional<Sign> sign(SignKind kind, int day) const {
        for (auto const& one : signs(day))
            if (one.kind == kind) return one;
        return std::nullopt;
    }
    std::optional<Level> level(SignKind kind, int day) const {
        auto const found = sign(kind, day);
        return found ? std::optional(found->level) : std::nullopt;
    }
};

TEST(NoFirstDate, is_amber_after_a_week_and_red_after_two) {
    Pair const pair;
    EXPECT_EQ(pair.level(SignKind::not_booked, 6), std::nullopt);
    EXPECT_EQ(pair.level(SignKind::not_booked, 7), Level::amber);
    EXPECT_EQ(pair.level(SignKind::not_booked, 13), Level::amber);
    EXPECT_EQ(pair.level(SignKind::not_booked, 14), Level::red);
    EXPECT_EQ(pair.sign(SignKind::not_booked, 14)->amount, 2);
    EXPECT_EQ(pair.sign(SignKind::not_booked, 14)->side, Side::mentee) << "who agreed to book";
}

TEST(NoFirstDate, is_over_with_a_date_but_not_with_a_proposal) {
    Pair pair;
    pair.proposed(Side::mentee, 6);
    EXPECT_EQ(pair.level(SignKind::not_booked, 8), Level::amber);
    pair.set(6, 20);
    EXPECT_EQ(pair.level(SignKind::not_booked, 15), std::nullopt);
}

TEST(NoFirstConversation, is_amber_after_three_weeks_and_red_after_five) {
    Pair pair;
    pair.set(1, 60);
    EXPECT_EQ(pair.level(SignKind::not_met, 20), std::nullopt);
    EXPECT_EQ(pair.level(SignKind::not_met, 21), Level::amber);
    EXPECT_EQ(pair.level(SignKind::not_met, 35), Level::red);
    pair.held(1, 30);
    EXPECT_EQ(pair.level(SignKind::not_met, 36), std::nullopt);
}

TEST(NoFirstConversation, is_nothing_to_a_pair_that_met_before) {
    Pair pair;
    pair.history.has_met_before = true;
    EXPECT_THAT(pair.signs(40), IsEmpty());
    EXPECT_EQ(pair.level(SignKind::gap, 46), Level::amber) << "it counts from the start instead";
}

TEST(AGap, is_measured_by_what_the_two_agreed) {
    Pair pair;
    pair.held(0, 1);
    EXPECT_EQ(pair.level(SignKind::gap, 1 + 45), std::nullopt) << "one and a half is not more";
    EXPECT_EQ(pair.level(SignKind::gap, 1 + 46), Level::amber);
    EXPECT_EQ(pair.level(SignKind::gap, 1 + 60), Level::amber);
    EXPECT_EQ(pair.level(SignKind::gap, 1 + 61), Level::red);
    EXPECT_EQ(pair.sign(SignKind::gap, 1 + 61)->amount, 8);
    pair.history.cadence_days = 7;
    EXPECT_EQ(pair.level(SignKind::gap, 1 + 11), Level::amber);
    EXPECT_EQ(pair.level(SignKind::gap, 1 + 15), Level::red);
}

TEST(DatesThatDidNotStand, are_a_sign_when_one_falls_within_a_day_of_its_start) {
    Pair pair;
    pair.cancelled(Side::mentor, 0, 5, 3);
    EXPECT_EQ(pair.level(SignKind::changed, 6), std::nullopt) << "told in time";
    pair.cancelled(Side::mentee, 0, 12, 12);
    EXPECT_EQ(pair.sign(SignKind::changed, 13), (Sign{SignKind::changed, Level::amber, 1, Side::mentee}));
}

TEST(DatesThatDidNotStand, are_a_sign_when_one_date_moved_twice) {
    Pair pair;
    auto const first = pair.proposed(Side::mentee, 0);
    pair.moved(first, Side::mentor, 5, 2);
    pair.moved(first, Side::mentee, 9, 4);
    EXPECT_EQ(pair.level(SignKind::changed, 6), std::nullopt) << "one each";
    pair.moved(first, Side::mentor, 14, 8);
    EXPECT_EQ(pair.sign(SignKind::changed, 9), (Sign{SignKind::changed, Level::amber, 2, Side::mentor}));
}

TEST(DatesThatDidNotStand, are_red_when_one_side_cancelled_two_of_three) {
    Pair pair;
    pair.cancelled(Side::mentor, 0, 5, 3);
    pair.cancelled(Side::mentee, 0, 9, 7);
    EXPECT_EQ(pair.level(SignKind::changed, 10), std::nullopt) << "one each";
    pair.cancelled(Side::mentor, 0, 14, 12);
    EXPECT_EQ(pair.sign(SignKind::changed, 13), (Sign{SignKind::changed, Level::red, 2, Side::mentor}));
    pair.held(10, 16);
    EXPECT_EQ(pair.level(SignKind::changed, 17), std::nullopt) << "they have met since";
}

TEST(DatesThatDidNotStand, are_nobodys_when_the_house_called_them_off) {
    Pair pair;
    for (int day : {5, 9, 14}) pair.set(0, day).cancelled_at = on(day, 14);
    EXPECT_EQ(pair.level(SignKind::changed, 15), std::nullopt) << "a pair that closed or paused";
}

TEST(NoNextDate, is_counted_at_the_end_of_each_conversation) {
    Pair pair;
    pair.held(0, 10);
    EXPECT_EQ(pair.sign(SignKind::no_next_date, 10 + 1), (Sign{SignKind::no_next_date, Level::amber, 1, Side::mentee}));
    pair.held(12, 20);
    EXPECT_EQ(pair.sign(SignKind::no_next_date, 21), (Sign{SignKind::no_next_date, Level::red, 2, Side::mentee}));
    pair.proposed(Side::mentee, 22);
    EXPECT_EQ(pair.level(SignKind::no_next_date, 23), std::nullopt) << "there is something on the table";
}

TEST(NoNextDate, is_none_when_one_was_there_before_they_parted) {
    Pair pair;
    pair.held(0, 10);
    pair.held(9, 20);
    EXPECT_EQ(pair.sign(SignKind::no_next_date, 21)->amount, 1) << "only the second time";
}

TEST(SomethingUnanswered, falls_to_whoever_is_asked) {
    Pair pair;
    pair.proposed(Side::mentor, 1);
    EXPECT_EQ(pair.level(SignKind::unanswered, 7), std::nullopt);
    EXPECT_EQ(pair.sign(SignKind::unanswered, 8), (Sign{SignKind::unanswered, Level::amber, 1, Side::mentee}));
    EXPECT_EQ(pair.level(SignKind::unanswered, 15), Level::red);
    pair.history.occasions.clear();
    pair.history.last_message = Written{Side::mentee, on(1)};
    EXPECT_EQ(pair.sign(SignKind::unanswered, 8), (Sign{SignKind::unanswered, Level::amber, 1, Side::mentor}));
}

TEST(SomethingUnanswered, is_past_once_they_met_or_have_a_date) {
    Pair pair;
    pair.history.last_message = Written{Side::mentee, on(1)};
    pair.set(2, 30);
    EXPECT_EQ(pair.level(SignKind::unanswered, 20), std::nullopt);
    EXPECT_EQ(pair.level(SignKind::unanswered, 31), Level::red) << "the date went by";
    pair.held(2, 30);
    EXPECT_EQ(pair.level(SignKind::unanswered, 31), std::nullopt);
}

TEST(Time, stops_while_a_pair_pauses_or_one_of_them_is_away) {
    Pair pair;
    auto const first = base::utc_day(kStart);
    pair.history.stopped = {{first + 2, first + 5}, {first + 4, first + 8}, {first + 30, first + 60}};
    EXPECT_EQ(pair.level(SignKind::not_booked, 12), std::nullopt);
    EXPECT_EQ(pair.level(SignKind::not_booked, 13), Level::amber) << "six of them did not count";
    EXPECT_EQ(days_between(first, first + 10, pair.history.stopped), 4);
    EXPECT_EQ(days_between(first + 2, first + 8, pair.history.stopped), 0);
}

TEST(Thresholds, are_a_programmes_own) {
    Pair const pair;
    Thresholds slow;
    slow.not_booked = {20, 40};
    EXPECT_THAT(signs_of(pair.history, slow, on(19)), IsEmpty());
    EXPECT_EQ(signs_of(pair.history, slow, on(20)).front().level, Level::amber);
}

TEST(Thresholds, are_refused_where_they_make_no_sense) {
    auto const codes = [](Thresholds const& wanted) {
        std::vector<std::string> found;
        auto const refused = checked(wanted);
        for (auto const& error : refused.refusal().errors) found.push_back(error.pointer + " " + error.code);
        return found;
    };
    EXPECT_TRUE(checked({}).has_value());
    Thresholds wrong;
    wrong.gap = {200, 150};
    wrong.unanswered = {1, 90};
    EXPECT_THAT(codes(wrong), ElementsAre("/gap/red red_before_amber", "/unanswered/amber out_of_range",
                                          "/unanswered/red out_of_range"));
}

TEST(ALadder, goes_up_a_step_a_week_while_a_sign_stands) {
    Pair const pair;
    auto ladder = climb({}, pair.signs(7), false, on(7));
    ASSERT_TRUE(ladder);
    EXPECT_EQ(ladder->step, Step::one);
    EXPECT_EQ(climb(ladder, pair.signs(13), false, on(13))->step, Step::one);
    ladder = climb(ladder, pair.signs(14), false, on(14));
    EXPECT_EQ(ladder->step, Step::both);
    EXPECT_FALSE(word_of(ladder));
    ladder = climb(ladder, pair.signs(21), false, on(21));
    EXPECT_EQ(ladder->step, Step::word);
    EXPECT_EQ(word_of(ladder), (pairing::Word{SignKind::not_booked, 3}));
}

TEST(ALadder, never_brings_what_is_only_amber_to_a_coordinator) {
    Pair pair;
    pair.held(0, 10);
    std::optional<Ladder> ladder;
    for (int day = 11; day <= 50; ++day) ladder = climb(ladder, pair.signs(day), false, on(day));
    ASSERT_TRUE(ladder);
    EXPECT_EQ(ladder->step, Step::both);
}

TEST(ALadder, is_put_away_with_a_date_unless_dates_fall_time_and_again) {
    Pair pair;
    auto const ladder = climb({}, pair.signs(7), false, on(7));
    EXPECT_FALSE(climb(ladder, pair.signs(8), true, on(8)));
    pair.cancelled(Side::mentor, 0, 5, 3);
    pair.cancelled(Side::mentor, 0, 9, 7);
    auto const twice = climb({}, pair.signs(8), false, on(8));
    EXPECT_EQ(climb(twice, pair.signs(9), true, on(9)), twice);
    EXPECT_FALSE(climb({}, pair.signs(9), true, on(9))) << "nor does one begin";
}

// Random lives: whatever happens, help goes to the right side, in time, and in order.
class Lives : public testing::TestWithParam<int> {
  protected:
    void live_a_day(int day) {
        switch (random_->below(9)) {
            case 0:
                pair_.proposed(any_side(), day);
                break;
            case 1:
                pair_.set(day, day + 1 + static_cast<int>(random_->below(20)));
                break;
            case 2:
            case 3:
                change(day);
                break;
            case 4:
                hold(day);
                break;
            case 5:
                pair_.history.last_message = Written{any_side(), on(day, 8)};
                break;
            case 6:
                if (random_->below(4) == 0) {
                    auto const today = base::utc_day(on(day));
                    pair_.history.stopped.push_back({today, today + static_cast<int>(random_->below(10))});
                }
                break;
            default:
                break;
        }
    }
    Side any_side() { return random_->below(2) == 0 ? Side::mentor : Side::mentee; }
    static bool is_set(Occasion const& one) { return one.starts_at && !one.held_at && !one.cancelled_at; }
    void change(int day) {
        for (auto& one : pair_.history.occasions) {
            if (!is_set(one)) continue;
            auto const by = any_side();
            bool const is_move = random_->below(2) == 0;
            pair_.history.changes.push_back({one.id,
                                             is_move ? meeting::ChangeKind::moved : meeting::ChangeKind::cancelled, by,
                                             *one.starts_at, on(day)});
            if (is_move) {
                one.starts_at.reset();
                one.proposed_by = by;
                one.proposed_at = on(day);
            } else {
                one.cancelled_at = on(day);
            }
            return;
        }
    }
    void hold(int day) {
        for (auto& one : pair_.history.occasions)
            if (is_set(one) && *one.starts_at <= on(day)) {
                one.held_at = on(day);
                return;
            }
    }
    // Told anew, without the code under test.
    [[nodiscard]] bool has_changed_since_they_met(Side side) const {
        std::optional<base::Instant> met;
        for (auto const& one : pair_.history.occasions)
            if (one.held_at && (!met || *one.starts_at > *met)) met = *one.starts_at;
        for (auto const& change : pair_.history.changes)
            if (change.side == side && (!met || change.happened_at > *met)) return true;
        return false;
    }
    [[nodiscard]] bool is_asked(Side side) const {
        for (auto const& one : pair_.history.occasions)
            if (!one.starts_at && !one.cancelled_at && one.proposed_by != side) return true;
        return pair_.history.last_message && pair_.history.last_message->side != side;
    }

    Pair pair_;
    std::unique_ptr<base::Random> random_ = base::seeded_random(static_cast<std::uint64_t>(GetParam()));
};

TEST_P(Lives, never_have_help_go_to_the_wrong_side_or_out_of_turn) {
    std::optional<Ladder> ladder;
    std::optional<base::Instant> began;
    for (int day = 0; day < 200; ++day) {
        live_a_day(day);
        auto const now = on(day, 23);
        auto const signs = signs_of(pair_.history, {}, now);
        auto const before = ladder;
        ladder = climb(before, signs, has_date_ahead(pair_.history, now), now);
        if (!ladder) {
            began.reset();
            continue;
        }
        if (!began) began = now;
        EXPECT_TRUE(before || ladder->step == Step::one);
        if (before && ladder->step != before->step) {
            EXPECT_EQ(static_cast<int>(ladder->step), static_cast<int>(before->step) + 1);
            EXPECT_GE(now - before->stepped_at, kBetweenSteps);
        }
        EXPECT_TRUE(ladder->step != Step::word || now - *began >= 2 * kBetweenSteps);
        if (before == ladder) continue;
        auto const other = pairing::other(ladder->side);
        if (ladder->sign == SignKind::changed) {
            EXPECT_TRUE(has_changed_since_they_met(ladder->side)) << "day " << day;
        } else if (ladder->sign == SignKind::unanswered) {
            EXPECT_TRUE(is_asked(ladder->side)) << "day " << day;
        } else if (has_changed_since_they_met(other)) {
            EXPECT_TRUE(has_changed_since_they_met(ladder->side))
                << "day " << day << ": whoever never moved a date is not the one to mend it";
        }
    }
}
INSTANTIATE_TEST_SUITE_P(OfSeeds, Lives, testing::Range(0, 60));

}  // namespace
}  // namespace care

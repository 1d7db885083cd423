#include "circle/circle.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "circle/agenda.hpp"

using namespace circle;
using testing::ElementsAre;

namespace {

base::Instant const kNow = base::parse_instant("2026-11-22T09:00:00Z").value();

CircleDate wanted_in(std::chrono::hours later) {
    CircleDate date;
    date.starts_local = "2026-12-01T10:00";
    date.time_zone = "UTC";
    date.starts_at = kNow + later;
    return date;
}

constexpr std::chrono::hours kDay{24};

}  // namespace

TEST(SettingADate, gives_a_circle_its_next_and_moves_the_one_ahead_under_the_same_id) {
    auto const first = set_date(std::nullopt, wanted_in(kDay * 40), 0, kNow).value();
    EXPECT_EQ(first.version, 1);
    auto moved = set_date(first, wanted_in(kDay * 41), 1, kNow).value();
    EXPECT_EQ(moved.version, 2);
    EXPECT_EQ(moved.id, first.id);
    EXPECT_EQ(set_date(first, wanted_in(kDay * 40), 1, kNow).value().version, 1) << "the same again is no change";
}

TEST(SettingADate, is_refused_over_one_that_was_not_read_in_the_past_and_too_far_ahead) {
    auto const first = set_date(std::nullopt, wanted_in(kDay), 0, kNow).value();
    EXPECT_EQ(set_date(first, wanted_in(kDay * 2), 0, kNow).refusal().code, "stale");
    EXPECT_EQ(set_date(std::nullopt, wanted_in(kDay), 1, kNow).refusal().code, "stale");
    EXPECT_EQ(set_date(std::nullopt, wanted_in({}), 0, kNow).refusal().errors[0].code, "in_the_past");
    EXPECT_EQ(set_date(std::nullopt, wanted_in(kDay * 367), 0, kNow).refusal().errors[0].code, "too_far");
}

TEST(CancellingADate, keeps_it_as_cancelled_under_a_new_version) {
    auto const first = set_date(std::nullopt, wanted_in(kDay), 0, kNow).value();
    auto const cancelled = cancel_date(first, 1, kNow).value();
    EXPECT_EQ(cancelled.cancelled_at, kNow);
    EXPECT_EQ(cancelled.version, 2);
    EXPECT_EQ(cancel_date(first, 2, kNow).refusal().code, "stale");
    EXPECT_EQ(cancel_date(std::nullopt, 0, kNow).refusal().code, "no_date");
}

TEST(TheNextDate, is_due_six_to_eight_weeks_after_the_last) {
    auto const due = due_after(base::utc_day(kNow)).value();
    EXPECT_EQ(base::to_text(due.from_on), "2027-01-03");
    EXPECT_EQ(base::to_text(due.until_on), "2027-01-17");
    EXPECT_FALSE(due_after(std::nullopt));
}

TEST(WhoeverHasLeft, may_only_come_back) {
    using enum CircleAction;
    EXPECT_THAT(allowed_actions(Seat::departed, true, false), ElementsAre(come_back));
    EXPECT_THAT(allowed_actions(Seat::member, true, false), ElementsAre(set_date, cancel_date, leave));
    EXPECT_THAT(allowed_actions(Seat::member, false, true), ElementsAre(leave));
    EXPECT_THAT(allowed_actions(Seat::coordinator, false, false), ElementsAre(set_date));
}

TEST(TheAgenda, says_the_rule_and_fits_its_hour_in_every_language_we_have) {
    for (auto const* language : {"en", "de-AT"}) {
        auto const& agenda = agenda_in(language);
        std::int32_t minutes = 0;
        for (auto const& part : agenda.parts) {
            minutes += part.minutes;
            EXPECT_FALSE(part.title.empty() || part.lines.empty());
        }
        EXPECT_EQ(minutes, agenda.minutes);
        EXPECT_FALSE(agenda.rule.empty());
    }
}

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "meeting/meeting_shapes.hpp"
#include "meeting/rehearsal.hpp"
#include "notice/kind.hpp"
#include "notice/notice_shapes.hpp"
#include "support/door.hpp"
#include "support/pair.hpp"

namespace meeting {
namespace {

constexpr auto kAnHour = std::chrono::hours(1);

ClosedSites closed_on(std::string const& site, std::vector<char const*> const& days) {
    ClosedSites closed;
    for (auto const* day : days) closed.add(site, base::parse_day(day).value());
    return closed;
}
ClosedSites const kNeverClosed;
Working week_in(std::string zone, std::vector<programme::UsualTime> const& times = {}) {
    return {{programme::WeeklySlots::from_times(times).value(), std::move(zone)}, "Paris", kNeverClosed};
}
base::Instant at(char const* text) {
    return base::parse_instant(text).value();
}

TEST(BeingTold, is_two_days_before_when_somebody_works_then) {
    // A Thursday, and two days before.
    EXPECT_EQ(due_at(week_in("UTC"), at("2026-11-26T15:00:00Z")), at("2026-11-24T15:00:00Z"));
}

TEST(BeingTold, is_before_the_weekend_when_two_days_before_is_in_it) {
    // A Monday; the half hour that begins at half past four on Friday is the last.
    EXPECT_EQ(due_at(week_in("UTC"), at("2026-11-30T15:00:00Z")), at("2026-11-27T16:30:00Z"));
    EXPECT_EQ(due_at(week_in("Europe/Paris"), at("2026-11-30T15:00:00Z")), at("2026-11-27T15:30:00Z"));
}

TEST(BeingTold, keeps_to_the_days_on_which_somebody_works) {
    auto const tuesdays = week_in("UTC", {{programme::Weekday::tuesday, 600, 720}});
    EXPECT_EQ(due_at(tuesdays, at("2026-11-27T15:00:00Z")), at("2026-11-24T11:30:00Z"));
    EXPECT_FALSE(is_due(tuesdays, at("2026-11-27T15:00:00Z"), at("2026-11-26T11:00:00Z"))) << "a Thursday";
    EXPECT_TRUE(is_due(tuesdays, at("2026-11-27T15:00:00Z"), at("2026-11-24T11:40:00Z")));
}

TEST(BeingTold, waits_for_no_later_hour_than_the_start) {
    auto const usual = week_in("UTC");
    EXPECT_FALSE(is_due(usual, at("2026-11-26T15:00:00Z"), at("2026-11-24T14:00:00Z"))) << "too early";
    EXPECT_TRUE(is_due(usual, at("2026-11-26T15:00:00Z"), at("2026-11-25T10:00:00Z"))) << "set at short notice";
    EXPECT_FALSE(is_due(usual, at("2026-11-26T15:00:00Z"), at("2026-11-25T22:00:00Z"))) << "at night";
    EXPECT_FALSE(is_due(usual, at("2026-11-26T15:00:00Z"), at("2026-11-26T15:00:00Z"))) << "it has begun";
}

TEST(BeingTold, is_before_the_days_on_which_the_site_is_closed) {
    auto const week = week_in("Europe/Paris").week;
    auto const years = closed_on(
        "Paris", {"2026-12-24", "2026-12-25", "2026-12-28", "2026-12-29", "2026-12-30", "2026-12-31", "2027-01-01"});
    Working const in_paris{week, "Paris", years};
    Working const elsewhere{week, "Oslo", years};
    // A Monday; the half hour that begins at half past four on the Wednesday before Christmas is the last.
    EXPECT_EQ(due_at(in_paris, at("2027-01-04T09:00:00Z")), at("2026-12-23T15:30:00Z"));
    EXPECT_EQ(due_at(elsewhere, at("2027-01-04T09:00:00Z")), at("2027-01-01T15:30:00Z"));
    EXPECT_FALSE(is_due(in_paris, at("2027-01-04T09:00:00Z"), at("2026-12-30T10:00:00Z"))) << "closed";
    auto const everywhere = closed_on("", {"2027-01-01"});
    EXPECT_EQ(due_at({week, "Oslo", everywhere}, at("2027-01-04T09:00:00Z")), at("2026-12-31T15:30:00Z"));
}

struct Preparing : testing::Test {
    support::Door door;
    support::Cast cast = support::make_cast(door.database());
    pairing::PairingId pair = support::start_pair(door, cast);

    std::string of_pair(std::string const& rest) { return "/api/pairings/" + pair.text() + rest; }
    MeetingAnswer set(base::Day day, std::string const& activity = "conversation") {
        auto const proposed =
            door.as(cast.sofia)
                .post(of_pair("/meetings"), R"({"minutes":45,"channel":"video","place":"","activity":")" + activity +
                                                R"(","times":[{"starts_local":")" + base::to_text(day) +
                                                R"(T15:00","time_zone":"UTC"}]})")
                .as<MeetingAnswer>();
        auto const chosen = door.as(cast.ana).put(
            "/api/meetings/" + proposed.id.text() + "/time",
            R"({"version":1,"starts_at":")" + base::to_text(proposed.times.at(0).starts_at) + "\"}");
        EXPECT_EQ(chosen.status, 200) << chosen.body;
        return chosen.as<MeetingAnswer>();
    }
    // The Thursday after next: a day in the middle of a week, and more than two days ahead.
    base::Day thursday() {
        auto day = base::utc_day(door.clock().now()) + 7;
        while (day.weekday() != 4) day = day + 1;
        return day;
    }
    void go_to(base::Day day, int hour) {
        auto const then = base::start_of_utc(day) + hour * kAnHour;
        ASSERT_GT(then, door.clock().now());
        door.clock().advance(then - door.clock().now());
    }
    void prepare() {
        door.database().write([&](db::Tx& tx) { tell_to_prepare(tx, cast.organisation, door.clock().now()); });
    }
    int told(access::PersonId who, notice::Kind const& kind = notice::preparation_waits) {
        int count = 0;
        for (auto const& notice : door.as(who).get("/api/notices").as<notice::Notices>().items)
            count += notice.kind == kind.name ? 1 : 0;
        return count;
    }
    std::pair<int, int> told_both() {
        prepare();
        return {told(cast.ana), told(cast.sofia)};
    }
};

TEST_F(Preparing, is_told_to_both_before_the_first_conversation_and_once) {
    set(thursday());
    go_to(thursday() - 3, 15);
    EXPECT_EQ(told_both(), std::pair(0, 0)) << "three days before";
    auto const wednesday = base::utc_day(door.clock().now()) + 2;
    go_to(wednesday, 10);
    EXPECT_EQ(told_both(), std::pair(1, 1));
    EXPECT_EQ(told_both(), std::pair(1, 1)) << "again";
}

TEST_F(Preparing, is_told_alone_to_whoever_has_something_to_read_first_and_never_holds_up_the_date) {
    auto const meeting = set(thursday());
    door.database().write([&](db::Tx& tx) {
        tx.run("DELETE FROM modules_done WHERE organisation_id = $1 AND enrolment_id = $2", cast.organisation,
               cast.ana_enrolled);
    });
    go_to(thursday() - 1, 10);
    EXPECT_EQ(told_both(), std::pair(0, 1));
    EXPECT_EQ(told_both(), std::pair(0, 1));
    EXPECT_EQ(told(cast.ana, notice::reading_waits), 1) << "once";
    EXPECT_EQ(told(cast.sofia, notice::reading_waits), 0);
    auto const path = "/api/meetings/" + meeting.id.text();
    EXPECT_TRUE(door.as(cast.sofia).get(path).as<MeetingAnswer>().is_pencilled_in) << "that much she sees";
    support::prepare(door, cast, cast.ana);
    EXPECT_EQ(told_both(), std::pair(1, 1));
    EXPECT_FALSE(door.as(cast.sofia).get(path).as<MeetingAnswer>().is_pencilled_in) << "it confirms itself";
    door.database().write(
        [&](db::Tx& tx) { tx.run("DELETE FROM modules_done WHERE organisation_id = $1", cast.organisation); });
    door.clock().advance(std::chrono::hours(48));
    EXPECT_EQ(door.as(cast.ana).put(path + "/holding", R"({"version":2})").status, 200);
}

TEST_F(Preparing, is_told_on_no_day_on_which_the_house_is_closed) {
    set(thursday());
    auto const before = thursday() - 1;
    door.database().write([&](db::Tx& tx) {
        tx.run("INSERT INTO holidays (organisation_id, site, day, name) VALUES ($1, '', $2, 'Founding day')",
               cast.organisation, before);
    });
    go_to(before, 10);
    EXPECT_EQ(told_both(), std::pair(0, 0));
    go_to(before + 1, 10);
    EXPECT_EQ(told_both(), std::pair(1, 1)) << "the morning after it";
}

TEST_F(Preparing, is_told_before_the_later_ones_to_whoever_learns) {
    auto const first = thursday();
    set(first);
    set(first + 7);
    go_to(first + 6, 10);
    EXPECT_EQ(told_both(), std::pair(0, 1)) << "of the second alone: the first has begun";
}

TEST_F(Preparing, is_told_of_something_beyond_talk_to_whoever_learns) {
    auto const day = thursday();
    set(day, "visit");
    go_to(day - 1, 10);
    EXPECT_EQ(told_both(), std::pair(0, 1));
}

TEST_F(Preparing, is_not_told_when_the_date_was_moved_meanwhile) {
    auto const day = thursday();
    auto const meeting = set(day);
    go_to(day - 2, 9);
    auto const moved = door.as(cast.ana).put(
        "/api/meetings/" + meeting.id.text() + "/times",
        R"({"version":2,"times":[{"starts_local":")" + base::to_text(day + 14) + R"(T15:00","time_zone":"UTC"}]})");
    ASSERT_EQ(moved.status, 200) << moved.body;
    go_to(day - 1, 10);
    EXPECT_EQ(told_both(), std::pair(0, 0));
}

TEST_F(Preparing, is_not_told_when_the_pair_closed_or_pauses) {
    auto const day = thursday();
    set(day);
    ASSERT_EQ(door.as(cast.ana).put(of_pair("/pause")).status, 200);
    go_to(day - 1, 10);
    EXPECT_EQ(told_both(), std::pair(0, 0));
    ASSERT_EQ(door.as(cast.ana).remove(of_pair("/pause")).status, 200);
    ASSERT_EQ(door.as(cast.ana).put(of_pair("/closure"), "{}").status, 200);
    EXPECT_EQ(told_both(), std::pair(0, 0));
}

}  // namespace
}  // namespace meeting

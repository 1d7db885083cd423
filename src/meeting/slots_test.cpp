#include "meeting/slots.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/random.hpp"
#include "platform/zone.hpp"

namespace meeting {
namespace {

using programme::UsualTime;
using programme::Weekday;
using testing::ElementsAre;
using testing::IsEmpty;

// A Monday.
base::Day const kMonday = *base::make_day(2026, 11, 23);

Week week_of(std::vector<UsualTime> const& times, std::string zone) {
    return {*programme::WeeklySlots::from_times(times), std::move(zone)};
}
base::Instant moment_at(base::Day day, int minute, std::string const& zone) {
    return zone::to_instant({day, minute}, zone).instant;
}
std::vector<std::string> told(SlotSearch const& search) {
    std::vector<std::string> texts;
    for (auto slot : find_slots(search)) texts.push_back(base::to_text(slot));
    return texts;
}

TEST(Slots, lie_within_the_usual_times_of_both_in_their_own_zones) {
    SlotSearch search;
    search.mentor = week_of({{Weekday::tuesday, 9 * 60, 18 * 60}}, "Europe/Berlin");
    search.mentee = week_of({{Weekday::tuesday, 9 * 60, 12 * 60}}, "America/New_York");
    search.from = base::start_of_utc(kMonday);
    search.days = 7;
    // Nine in New York is three in Berlin.
    EXPECT_THAT(told(search), ElementsAre("2026-11-24T14:00:00Z"));
}

TEST(Slots, know_that_the_clocks_change_on_different_days) {
    SlotSearch search;
    search.mentor = week_of({{Weekday::monday, 15 * 60, 16 * 60}}, "Europe/Berlin");
    search.mentee = week_of({{Weekday::monday, 10 * 60, 11 * 60}}, "America/New_York");
    search.from = base::start_of_utc(*base::make_day(2027, 3, 1));
    search.days = 35;
    // Five hours apart only between 14 March, when New York's clocks change, and 28 March, when Berlin's do.
    EXPECT_THAT(told(search), ElementsAre("2027-03-15T14:00:00Z", "2027-03-22T14:00:00Z"));
}

TEST(Slots, never_begin_in_the_hour_that_the_clocks_skip) {
    SlotSearch search;
    search.mentor = week_of({{Weekday::sunday, 2 * 60, 3 * 60}}, "Europe/Berlin");
    search.mentee = week_of({{Weekday::sunday, 0, 1440}}, "UTC");
    search.from = base::start_of_utc(*base::make_day(2027, 3, 27));
    search.days = 3;
    EXPECT_THAT(told(search), IsEmpty());
}

TEST(Slots, leave_out_absences_and_other_dates) {
    SlotSearch search;
    search.mentor = week_of({{Weekday::monday, 9 * 60, 11 * 60}, {Weekday::tuesday, 9 * 60, 11 * 60}}, "UTC");
    search.mentee = search.mentor;
    search.from = base::start_of_utc(kMonday);
    search.days = 7;
    search.busy = {busy_on(kMonday, kMonday, "UTC"),
                   {moment_at(kMonday + 1, 9 * 60, "UTC"), moment_at(kMonday + 1, 9 * 60 + 30, "UTC")}};
    EXPECT_THAT(told(search), ElementsAre("2026-11-24T09:30:00Z"));
}

TEST(Slots, are_those_of_working_hours_where_somebody_has_said_nothing) {
    SlotSearch search;
    search.mentor.time_zone = "UTC";
    search.mentee.time_zone = "UTC";
    search.from = moment_at(kMonday + 4, 16 * 60 + 30, "UTC");  // Friday, half past four
    search.days = 4;
    EXPECT_THAT(told(search), ElementsAre("2026-11-30T09:00:00Z", "2026-11-30T12:00:00Z"));
}

TEST(Slots, meet_zones_a_quarter_of_an_hour_apart) {
    SlotSearch search;
    search.mentor = week_of({{Weekday::monday, 9 * 60, 17 * 60}}, "Asia/Kathmandu");  // UTC+5:45
    search.mentee = week_of({{Weekday::monday, 9 * 60, 10 * 60}}, "Europe/Berlin");
    search.from = base::start_of_utc(kMonday);
    search.days = 2;
    // Nine in Berlin is a quarter to two in Kathmandu; the next half hour there is two.
    EXPECT_THAT(told(search), ElementsAre("2026-11-23T08:15:00Z"));
}

// Every slot is free for both, minute by minute, and none that would be free is passed over on a half day without one.
TEST(Slots, agree_with_asking_every_minute) {
    auto const random = base::seeded_random(17);
    std::vector<std::string> const zones{"Europe/Berlin", "America/New_York", "Asia/Kathmandu", "Australia/Lord_Howe",
                                         "Pacific/Apia"};
    for (int round = 0; round < 40; ++round) {
        auto const any_week = [&] {
            std::vector<UsualTime> times;
            for (int day = 0; day < 7; ++day) {
                auto const from = static_cast<std::int32_t>(random->below(40)) * 30;
                times.push_back(
                    {static_cast<Weekday>(day), from, from + 30 * (1 + static_cast<std::int32_t>(random->below(8)))});
            }
            return week_of(times, zones[random->below(zones.size())]);
        };
        SlotSearch search{any_week(), any_week(), {}, base::start_of_utc(*base::make_day(2027, 3, 20)), 14, 30, 1000};
        auto const is_free = [](Week const& one, base::Instant moment) {
            auto const local = zone::to_local(moment, one.time_zone);
            return one.slots.is_free((local.day.weekday() - 1) * 48 + local.minute / 30);
        };
        auto const fits = [&](base::Instant from) {
            for (int minute = 0; minute < search.minutes; ++minute) {
                auto const moment = from + std::chrono::minutes(minute);
                if (!is_free(search.mentor, moment) || !is_free(search.mentee, moment)) return false;
            }
            return true;
        };
        auto const slots = find_slots(search);
        auto const half_day = [&](base::Instant slot) {
            auto const local = zone::to_local(slot, search.mentor.time_zone);
            return std::pair(local.day, local.minute < 720);
        };
        std::vector<std::pair<base::Day, bool>> taken;
        for (auto slot : slots) {
            ASSERT_TRUE(fits(slot)) << base::to_text(slot);
            taken.push_back(half_day(slot));
        }
        auto const last = zone::day_of(search.from, search.mentor.time_zone) + search.days;
        for (auto moment = search.from; zone::day_of(moment, search.mentor.time_zone) < last;
             moment = moment + std::chrono::minutes(30)) {
            auto const local = zone::to_local(moment, search.mentor.time_zone);
            if (local.minute % 30 != 0 || !fits(moment)) continue;
            EXPECT_THAT(taken, testing::Contains(half_day(moment))) << base::to_text(moment);
        }
    }
}

}  // namespace
}  // namespace meeting

#include "platform/zone.hpp"

#include <gtest/gtest.h>

#include "platform/clock.hpp"

namespace {

using base::parse_instant;

base::Day day(char const* text) {
    return *base::parse_day(text);
}
base::Instant instant(char const* text) {
    return *parse_instant(text);
}

TEST(AZone, is_known_by_its_iana_name) {
    for (char const* name : {"UTC", "Europe/Berlin", "America/Argentina/Buenos_Aires", "Asia/Kolkata"})
        EXPECT_TRUE(zone::is_known(name)) << name;
    for (char const* name : {"", "CEST", "GMT+2", "Etc/Unknown", "Europe/Atlantis", "europe", "../etc/passwd"})
        EXPECT_FALSE(zone::is_known(name)) << name;
    EXPECT_THROW(zone::to_local({0}, "Nowhere/At_All"), std::invalid_argument);
}

TEST(ALocalTime, lands_where_the_clocks_say) {
    auto const landed = zone::to_instant({day("2026-11-22"), 9 * 60 + 30}, "Europe/Berlin");
    EXPECT_EQ(landed.instant, instant("2026-11-22T08:30:00Z"));
    EXPECT_EQ(landed.landing, zone::Landing::exact);
}

TEST(ALocalTime, in_a_gap_lands_after_it) {
    auto const landed = zone::to_instant({day("2026-03-29"), 2 * 60 + 30}, "Europe/Berlin");
    EXPECT_EQ(landed.landing, zone::Landing::gap);
    EXPECT_EQ(landed.instant, instant("2026-03-29T01:30:00Z"));
    EXPECT_EQ(zone::to_local(landed.instant, "Europe/Berlin").minute, 3 * 60 + 30);
}

TEST(ALocalTime, in_an_overlap_is_the_first_of_the_two) {
    auto const landed = zone::to_instant({day("2026-10-25"), 2 * 60 + 30}, "Europe/Berlin");
    EXPECT_EQ(landed.landing, zone::Landing::overlap);
    EXPECT_EQ(landed.instant, instant("2026-10-25T00:30:00Z"));
}

TEST(ALocalTime, comes_back_the_same) {
    for (int minute = 0; minute < 1440; minute += 7) {
        zone::LocalTime const local{day("2026-07-01"), minute};
        EXPECT_EQ(zone::to_local(zone::to_instant(local, "America/St_Johns").instant, "America/St_Johns"), local);
    }
}

TEST(ADay, is_the_persons_own) {
    auto const late = instant("2026-11-22T23:30:00Z");
    EXPECT_EQ(zone::day_of(late, "UTC"), day("2026-11-22"));
    EXPECT_EQ(zone::day_of(late, "Asia/Tokyo"), day("2026-11-23"));
    EXPECT_EQ(zone::day_of(instant("1969-12-31T23:59:59Z"), "UTC"), day("1969-12-31"));
}

TEST(ADay, starts_at_the_change_where_midnight_is_skipped) {
    EXPECT_EQ(zone::start_of(day("2026-11-22"), "Europe/Berlin"), instant("2026-11-21T23:00:00Z"));
    // Chile goes from 24:00 to 01:00 on the first Sunday of September.
    EXPECT_EQ(zone::start_of(day("2026-09-06"), "America/Santiago"), instant("2026-09-06T04:00:00Z"));
    EXPECT_EQ(zone::to_local(instant("2026-09-06T04:00:00Z"), "America/Santiago").minute, 60);
}

TEST(TheClock, travels_for_the_domain_alone) {
    platform::TestClock clock(instant("2026-11-22T09:00:00Z"));
    clock.set_travelled(std::chrono::hours(24 * 7));
    EXPECT_EQ(clock.now(), instant("2026-11-29T09:00:00Z"));
    EXPECT_EQ(clock.wall(), instant("2026-11-22T09:00:00Z"));
    clock.advance(std::chrono::minutes(5));
    EXPECT_EQ(clock.wall(), instant("2026-11-22T09:05:00Z"));
    EXPECT_EQ(clock.now(), instant("2026-11-29T09:05:00Z"));
}

}  // namespace

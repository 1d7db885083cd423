#include "meeting/series.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/random.hpp"
#include "platform/zone.hpp"

namespace meeting {
namespace {

using programme::UsualTime;
using programme::Weekday;
using testing::Each;
using testing::ElementsAre;
using testing::SizeIs;

base::Instant at(char const* text) {
    return base::parse_instant(text).value();
}
// Both from nine to five on working days, in Berlin.
SlotSearch working_days() {
    std::vector<UsualTime> times;
    for (auto day : {Weekday::monday, Weekday::tuesday, Weekday::wednesday, Weekday::thursday, Weekday::friday})
        times.push_back({day, 9 * 60, 17 * 60});
    Week const week{*programme::WeeklySlots::from_times(times), "Europe/Berlin"};
    SlotSearch search;
    search.mentor = week;
    search.mentee = week;
    search.from = at("2027-03-01T00:00:00Z");
    return search;
}
// A Wednesday, four in the afternoon in Berlin.
Time const kFirst{"2027-03-10T16:00", "Europe/Berlin", at("2027-03-10T15:00:00Z")};

std::vector<std::string> locals(std::vector<Occurrence> const& series) {
    std::vector<std::string> texts;
    for (auto const& one : series) texts.push_back(one.time.starts_local);
    return texts;
}

TEST(Series, keeps_the_hour_of_the_clock_when_the_clocks_change) {
    auto const series = occurrences(working_days(), kFirst, 14, 3);
    EXPECT_THAT(locals(series), ElementsAre("2027-03-10T16:00", "2027-03-24T16:00", "2027-04-07T16:00"));
    EXPECT_EQ(series[2].time.starts_at, at("2027-04-07T14:00:00Z"));
    for (auto const& one : series) EXPECT_TRUE(one.fits && !one.is_moved);
}

TEST(Series, takes_the_nearest_time_that_fits_where_the_hour_does_not) {
    auto search = working_days();
    search.busy.push_back({at("2027-03-24T14:30:00Z"), at("2027-03-24T16:00:00Z")});
    auto const series = occurrences(search, kFirst, 14, 2);
    // Half past two would end at a quarter past three, half past three is taken.
    EXPECT_EQ(series[1].time.starts_local, "2027-03-24T14:30");
    EXPECT_TRUE(series[1].fits);
    EXPECT_TRUE(series[1].is_moved);
}

TEST(Series, names_the_hour_as_it_is_where_nothing_near_fits) {
    auto search = working_days();
    search.busy.push_back({at("2027-03-20T00:00:00Z"), at("2027-03-30T00:00:00Z")});
    auto const series = occurrences(search, kFirst, 14, 3);
    EXPECT_EQ(series[1].time.starts_local, "2027-03-24T16:00");
    EXPECT_FALSE(series[1].fits);
    EXPECT_TRUE(series[2].fits);
}

TEST(Series, finds_what_looking_at_every_half_hour_finds) {
    auto const random = base::seeded_random(7);
    for (int round = 0; round < 200; ++round) {
        auto search = working_days();
        search.minutes = 15 * (1 + static_cast<int>(random->below(6)));
        for (int i = 0; i < 60; ++i) {
            auto const from = at("2027-03-08T00:00:00Z") +
                              std::chrono::minutes(30 * static_cast<int>(random->below(std::uint64_t{48 * 60})));
            search.busy.push_back({from, from + std::chrono::minutes(30 * (1 + static_cast<int>(random->below(24))))});
        }
        auto const every = 7 * (1 + static_cast<int>(random->below(4)));
        auto const series = occurrences(search, kFirst, every, 5);
        ASSERT_THAT(series, SizeIs(5));
        for (int position = 1; position < 5; ++position) {
            auto const& one = series[static_cast<std::size_t>(position)];
            auto const day = zone::day_of(kFirst.starts_at, "Europe/Berlin") + position * every;
            auto const wanted = zone::to_instant({day, 16 * 60}, "Europe/Berlin").instant;
            auto away = std::chrono::hours(24 * 3) + std::chrono::minutes(1);
            for (int step = -144; step <= 144; ++step)
                if (fits(search, wanted + std::chrono::minutes(30) * step))
                    away = std::min(away, std::chrono::duration_cast<std::chrono::minutes>(std::chrono::minutes(30) *
                                                                                           std::abs(step)));
            EXPECT_EQ(one.fits, away <= std::chrono::hours(24 * 3));
            if (!one.fits) continue;
            EXPECT_TRUE(fits(search, one.time.starts_at));
            auto const found = one.time.starts_at < wanted ? wanted - one.time.starts_at : one.time.starts_at - wanted;
            EXPECT_EQ(found, base::Duration(away));
            EXPECT_EQ(one.is_moved, away.count() > 0);
        }
    }
}

std::vector<Time> weekly(int count) {
    std::vector<Time> times;
    for (auto const& one : occurrences(working_days(), kFirst, 7, count)) times.push_back(one.time);
    return times;
}
base::Instant const kEarlyMarch = at("2027-03-02T09:00:00Z");

TEST(Series, is_refused_out_of_order_too_few_or_too_many) {
    auto const propose_with = [&](std::vector<Time> const& times, int open) {
        return propose_series(std::vector<Meeting>(times.size()), pairing::Stage::started, open, times,
                              {Side::mentor, 0, kEarlyMarch});
    };
    EXPECT_EQ(propose_with(weekly(1), 0).refusal().errors.front().code, "too_few");
    EXPECT_EQ(propose_with(weekly(3), 10).refusal().code, "too_many_open");
    auto turned = weekly(3);
    std::swap(turned[1], turned[2]);
    EXPECT_EQ(propose_with(turned, 0).refusal().errors.front().pointer, "/times/2/starts_local");
    auto past = weekly(3);
    past[0] = {"2027-03-01T09:00", "UTC", at("2027-03-01T09:00:00Z")};
    EXPECT_EQ(propose_with(past, 0).refusal().errors.front().code, "in_the_past");
    EXPECT_TRUE(propose_with(weekly(12), 0));
}

TEST(Series, is_taken_by_the_other_alone_and_a_moved_date_goes_its_own_way) {
    auto const id = base::as<SeriesId>(base::AnyId{});
    std::vector<Meeting> meetings(3);
    for (auto& meeting : meetings) meeting.series_id = id;
    auto proposed =
        propose_series(meetings, pairing::Stage::started, 0, weekly(3), {Side::mentor, 0, kEarlyMarch}).value();
    EXPECT_EQ(accept_series(waiting_of(proposed, id, kEarlyMarch), pairing::Stage::started, Side::mentor, kEarlyMarch)
                  .refusal()
                  .code,
              "own_proposal");
    proposed[1] = move(proposed[1], pairing::Stage::started, weekly(1), Side::mentee, {Side::mentee, 1, kEarlyMarch})
                      .value()
                      .meeting;
    auto const set =
        accept_series(waiting_of(proposed, id, kEarlyMarch), pairing::Stage::started, Side::mentee, kEarlyMarch);
    ASSERT_TRUE(set);
    EXPECT_THAT(*set, SizeIs(2));
    for (auto const& meeting : *set) EXPECT_EQ(state_of(meeting), State::set);
    EXPECT_EQ(accept_series({}, pairing::Stage::started, Side::mentee, kEarlyMarch).refusal().code,
              "nothing_to_choose");
}

}  // namespace
}  // namespace meeting

#include "survey/survey.hpp"

#include <algorithm>
#include <random>
#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "instrument/item.hpp"

namespace survey {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

base::Day day(int number) {
    return base::parse_day("2026-01-05").value() + number;
}

// Six meetings in 168 days.
Standing standing(int held, bool is_small = true) {
    return {
        .started_on = day(0), .ends_on = day(168), .meetings_agreed = 6, .meetings_held = held, .is_small = is_small};
}

TEST(APulse, follows_meetings_one_three_and_the_last_in_a_small_programme) {
    std::vector<int> asked;
    for (int held = 1; held <= 6; ++held)
        for (auto const& one : due(standing(held), {held - 1, true, false}, day(10)))
            if (one.kind == Kind::pulse) asked.push_back(one.number);
    EXPECT_THAT(asked, ElementsAre(1, 3, 6));
}

TEST(APulse, follows_every_meeting_in_a_large_one_and_is_asked_once) {
    for (int held = 1; held <= 6; ++held) {
        EXPECT_EQ(due(standing(held, false), {held - 1, true, false}, day(10)).front(), (Due{Kind::pulse, held}));
        for (auto const& one : due(standing(held, false), {held, true, false}, day(10)))
            EXPECT_NE(one.kind, Kind::pulse);
    }
}

TEST(TheMidpoint, comes_by_half_of_the_meetings_or_half_of_the_time_whichever_is_first) {
    EXPECT_FALSE(is_half_way(standing(2), day(83)));
    EXPECT_TRUE(is_half_way(standing(3), day(20)));
    EXPECT_TRUE(is_half_way(standing(0), day(84)));
    EXPECT_THAT(due(standing(2), {2, false, false}, day(84)), ElementsAre(Due{Kind::midpoint}));
    EXPECT_THAT(due(standing(2), {2, true, false}, day(84)), IsEmpty());
}

TEST(TheNextDay, is_the_first_on_which_time_alone_opens_something_whatever_stands_before) {
    std::mt19937 random(7);
    auto const below = [&](int bound) { return static_cast<int>(random() % static_cast<unsigned>(bound)); };
    int came = 0;
    for (int round = 0; round < 500; ++round) {
        Standing now{.started_on = day(0), .ends_on = day(1 + below(60)), .meetings_agreed = 1 + below(6)};
        now.meetings_held = below(now.meetings_agreed);
        now.is_small = below(2) == 0;
        now.is_paused = below(8) == 0;
        Opened opened{now.meetings_held, below(2) == 0, false};
        int const today = below(60);
        for (auto const& one : due(now, opened, day(today))) opened = with(opened, one);
        auto const next = next_on(now, opened);
        for (int later = today; later < 130; ++later) {
            auto const opens = !due(now, opened, day(later)).empty();
            ASSERT_EQ(opens, next && day(later) >= *next) << "round " << round << ", day " << later;
        }
        came += next.has_value() ? 1 : 0;
    }
    EXPECT_GT(came, 100);
}

TEST(TheEnd, comes_by_the_meetings_by_the_day_or_when_the_pair_is_over_and_takes_the_midpoint_with_it) {
    EXPECT_THAT(due(standing(6), {6, false, false}, day(100)), ElementsAre(Due{Kind::end}));
    EXPECT_THAT(due(standing(1), {1, true, false}, day(168)), ElementsAre(Due{Kind::end}));
    auto over = standing(1);
    over.is_over = true;
    EXPECT_THAT(due(over, {}, day(9)), ElementsAre(Due{Kind::end}));
    EXPECT_THAT(due(over, {0, false, true}, day(9)), IsEmpty());
}

TEST(APausedPair, is_asked_nothing) {
    auto paused = standing(3);
    paused.is_paused = true;
    EXPECT_THAT(due(paused, {}, day(90)), IsEmpty());
}

// Whatever happens in whatever order, each is opened once, the end last, and never both checks on one day.
TEST(OpeningSurveys, keeps_its_order_over_a_thousand_random_lives) {
    std::mt19937 random(7);
    for (int life = 0; life < 1000; ++life) {
        auto now = standing(0, life % 2 == 0);
        Opened opened;
        std::set<std::pair<Kind, int>> seen;
        for (int today = 0; today < 200; ++today) {
            if (random() % 20 == 0 && !now.is_paused) ++now.meetings_held;
            if (random() % 40 == 0) now.is_paused = !now.is_paused;
            if (random() % 300 == 0) now.is_over = true;
            bool const ended_before = opened.end;
            int checks = 0;
            for (auto const& one : due(now, opened, day(today))) {
                EXPECT_FALSE(ended_before);
                EXPECT_TRUE(seen.insert({one.kind, one.number}).second);
                if (one.kind == Kind::pulse) opened.last_pulse = one.number;
                if (one.kind != Kind::pulse) ++checks;
                opened.midpoint = opened.midpoint || one.kind == Kind::midpoint;
                opened.end = opened.end || one.kind == Kind::end;
            }
            EXPECT_LE(checks, 1);
        }
    }
}

TEST(TheItems, are_at_most_five_half_way_and_ten_at_the_end_of_a_small_programme) {
    EXPECT_EQ(items_of(Kind::pulse, true, 1).size(), 3U);
    EXPECT_EQ(items_of(Kind::midpoint, true, 1).size(), 5U);
    EXPECT_EQ(items_of(Kind::end, true, 1).size(), 7U);
    EXPECT_LE(items_of(Kind::midpoint, false, 1).size(), 30U);
}

TEST(TheItems, are_all_known_and_mixed_within_an_instrument_only) {
    for (auto kind : {Kind::pulse, Kind::midpoint, Kind::end})
        for (bool small : {true, false}) {
            std::set<std::vector<std::string>> orders;
            for (std::uint64_t seed = 0; seed < 40; ++seed) {
                auto const keys = items_of(kind, small, seed);
                std::vector<std::string> instruments;
                for (auto const& key : keys) {
                    auto const* item = instrument::items().find(key);
                    ASSERT_NE(item, nullptr) << key;
                    if (instruments.empty() || instruments.back() != item->instrument)
                        instruments.push_back(item->instrument);
                }
                std::set<std::string> const once(instruments.begin(), instruments.end());
                EXPECT_EQ(once.size(), instruments.size()) << "one after the other";
                orders.insert(keys);
            }
            EXPECT_EQ(orders.size() > 1, kind != Kind::pulse);
        }
}

TEST(Answers, are_of_items_that_were_asked_and_once_each) {
    auto const asked = items_of(Kind::pulse, true, 0);
    EXPECT_TRUE(check_answers({{"pulse_1", 3}, {"pulse_2", std::nullopt}}, asked));
    EXPECT_EQ(check_answers({{"rq_1", 3}}, asked).refusal().errors.at(0).code, "unknown");
    EXPECT_EQ(check_answers({{"pulse_1", 3}, {"pulse_1", 4}}, asked).refusal().errors.at(0).code, "twice");
}

TEST(Answers, are_taken_for_three_weeks) {
    Survey const survey{{}, {}, Kind::pulse, 1, day(0)};
    EXPECT_TRUE(check_open(survey, day(21)));
    EXPECT_EQ(check_open(survey, day(22)).refusal().code, "survey_closed");
}

TEST(Tips, follow_from_low_answers_alone_and_turn_reversed_items_round) {
    EXPECT_THAT(tips_from({{"pulse_2", 2}}), ElementsAre(Tip::say_what_you_mean));
    EXPECT_THAT(tips_from({{"pulse_2", 3}, {"pulse_1", std::nullopt}}), IsEmpty());
    EXPECT_THAT(tips_from({{"safe_4", 5}}), ElementsAre(Tip::say_what_you_mean));
    EXPECT_THAT(tips_from({{"safe_4", 1}}), IsEmpty());
    EXPECT_THAT(tips_from({{"rq_1", 1}, {"pulse_1", 1}}), ElementsAre(Tip::make_time_worth_it)) << "each once";
}

}  // namespace
}  // namespace survey

// Against R: tests/statistics/figures.txt, written by figures.R beside it; and against published figures.
#include <cmath>
#include <fstream>
#include <map>
#include <optional>
#include <sstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "statistics/change.hpp"
#include "statistics/mean.hpp"
#include "statistics/proportion.hpp"
#include "statistics/reliability.hpp"
#include "statistics/score.hpp"
#include "statistics/survival.hpp"
#include "statistics/verdict.hpp"

namespace {

using namespace statistics;
using Numbers = std::vector<std::optional<double>>;

std::multimap<std::string, Numbers> const& lines() {
    static auto const read = [] {
        std::multimap<std::string, Numbers> made;
        std::ifstream file{OBVERSE_SOURCE_DIR "/tests/statistics/figures.txt"};
        for (std::string line; std::getline(file, line);) {
            std::istringstream words{line};
            std::string name;
            words >> name;
            Numbers numbers;
            for (std::string word; words >> word;)
                numbers.push_back(word == "NA" ? std::nullopt : std::optional{std::stod(word)});
            made.emplace(name, numbers);
        }
        return made;
    }();
    return read;
}

Numbers figures(std::string const& name) {
    auto const found = lines().find(name);
    return found == lines().end() ? Numbers{} : found->second;
}

std::vector<double> values(std::string const& name) {
    std::vector<double> made;
    for (auto const& number : figures(name)) made.push_back(number.value());
    return made;
}

// What a name begins with, for each line that ends as given.
std::vector<std::string> cases(std::string const& end) {
    std::vector<std::string> names;
    for (auto const& [name, numbers] : lines())
        if (name.ends_with(end)) names.push_back(name.substr(0, name.size() - end.size()));
    return names;
}

// Both are there, and equal to nine figures, or neither is.
void expect_as(std::optional<double> made, std::optional<double> wanted, std::string const& of) {
    ASSERT_EQ(made.has_value(), wanted.has_value()) << of;
    if (!made) return;
    EXPECT_NEAR(*made, *wanted, 1e-9 * std::max(1.0, std::abs(*wanted))) << of;
}

TEST(APairedChange, is_what_R_says) {
    ASSERT_EQ(cases(".before").size(), 9U);
    for (auto const& name : cases(".before")) {
        auto const made = paired_change(values(name + ".before"), values(name + ".after"));
        auto const wanted = figures(name + ".change");
        expect_as(made->change, wanted[0], name);
        expect_as(made->interval->low, wanted[1], name);
        expect_as(made->interval->high, wanted[2], name);
        expect_as(made->probability, wanted[3], name);
        expect_as(made->standardised->g, figures(name + ".g")[0], name);
        expect_as(made->standardised->variance, figures(name + ".g")[1], name);
    }
}

TEST(APairedChange, of_Cushnys_sleepers_is_1_58_hours) {
    auto const made = paired_change(values("sleep.before"), values("sleep.after"));
    EXPECT_NEAR(made->change, 1.58, 1e-12);
    EXPECT_NEAR(made->interval->low, .7001142, 1e-7);
    EXPECT_NEAR(made->interval->high, 2.4598858, 1e-7);
    EXPECT_NEAR(*made->probability, .00283289, 1e-8);
}

TEST(APairedChange, is_undefined_where_there_is_nothing_to_reckon_with) {
    EXPECT_FALSE(paired_change(std::vector<double>{}, std::vector<double>{}));
    EXPECT_FALSE(paired_change(std::vector{1.0}, std::vector{1.0, 2.0}));
    auto const one = paired_change(std::vector{1.0}, std::vector{3.0});
    EXPECT_EQ(one->change, 2);
    EXPECT_FALSE(one->interval);
    auto const alike = paired_change(std::vector{1.0, 2.0, 3.0}, std::vector{2.0, 3.0, 4.0});
    EXPECT_FALSE(alike->interval);
    EXPECT_FALSE(alike->probability);
    EXPECT_TRUE(alike->standardised);
    auto const still = paired_change(std::vector{2.0, 2.0, 2.0}, std::vector{3.0, 3.0, 3.0});
    EXPECT_FALSE(still->standardised);
    auto const from_one_point = paired_change(std::vector{2.0, 2.0, 2.0}, std::vector{3.0, 4.0, 5.0});
    EXPECT_TRUE(from_one_point->standardised);
    EXPECT_FALSE(from_one_point->standardised->variance);
}

TEST(ADifferenceOfChanges, is_what_R_says) {
    ASSERT_EQ(cases(".difference").size(), 9U);
    for (auto const& name : cases(".difference")) {
        auto const made = difference_of_changes(values(name + ".one"), values(name + ".other"));
        auto const wanted = figures(name + ".difference");
        expect_as(made->difference, wanted[0], name);
        expect_as(made->error, wanted[1], name);
        expect_as(made->degrees, wanted[2], name);
        expect_as(made->interval.low, wanted[3], name);
        expect_as(made->interval.high, wanted[4], name);
        expect_as(made->probability, wanted[5], name);
    }
    EXPECT_FALSE(difference_of_changes(std::vector{1.0}, std::vector{1.0, 2.0}));
    EXPECT_FALSE(difference_of_changes(std::vector{1.0, 1.0}, std::vector{2.0, 2.0}));
}

TEST(AProportion, is_what_R_says) {
    std::size_t count = 0;
    auto const [begin, end] = lines().equal_range("wilson");
    for (auto line = begin; line != end; ++line, ++count) {
        auto const& wanted = line->second;
        auto const made = proportion(static_cast<std::int64_t>(*wanted[0]), static_cast<std::int64_t>(*wanted[1]));
        expect_as(made->interval.low, wanted[2], "low");
        expect_as(made->interval.high, wanted[3], "high");
    }
    EXPECT_EQ(count, 30U);
}

TEST(AProportion, ends_at_nought_and_one_exactly_and_of_nobody_is_none) {
    EXPECT_EQ(proportion(0, 20)->interval.low, 0);
    EXPECT_EQ(proportion(20, 20)->interval.high, 1);
    EXPECT_FALSE(proportion(0, 0));
    EXPECT_FALSE(proportion(3, 2));
}

TEST(ADifferenceOfProportions, is_what_Newcombe_printed) {
    struct Case {
        std::int64_t did, of, others_did, of_others;
        double difference, low, high;
    };
    for (auto const& [did, of, others_did, of_others, difference, low, high] :
         {Case{56, 70, 48, 80, .2, .0524315, .3338727}, Case{9, 10, 3, 10, .6, .1705227, .8090180},
          Case{10, 10, 0, 20, 1, .6790860, 1}, Case{5, 56, 0, 29, .0892857, -.0381371, .1925600},
          Case{46, 50, 80, 100, .12, -.0072271, .2211833}}) {
        auto const made = difference_of_proportions(did, of, others_did, of_others);
        EXPECT_NEAR(made->value, difference, 1e-7);
        EXPECT_NEAR(made->interval.low, low, 1e-7);
        EXPECT_NEAR(made->interval.high, high, 1e-7);
    }
}

Answers table(std::string const& name) {
    Answers answers;
    auto const [begin, end] = lines().equal_range(name + ".row");
    for (auto line = begin; line != end; ++line) {
        answers.emplace_back();
        for (auto const& number : line->second) answers.back().push_back(number.value());
    }
    return answers;
}

TEST(Alpha, is_what_R_says) {
    ASSERT_EQ(cases(".alpha").size(), 5U);
    for (auto const& name : cases(".alpha")) {
        auto const made = cronbach_alpha(table(name));
        auto const wanted = figures(name + ".alpha");
        expect_as(made->alpha, wanted[0], name);
        expect_as(made->interval.low, wanted[1], name);
        expect_as(made->interval.high, wanted[2], name);
        for (std::size_t item = 0; item < made->if_dropped.size(); ++item) {
            expect_as(made->if_dropped[item], figures(name + ".dropped")[item], name);
            expect_as(made->with_others[item], figures(name + ".others")[item], name);
        }
    }
    auto const attitude = cronbach_alpha(table("attitude"));
    EXPECT_NEAR(attitude->alpha, .8431428, 1e-7);
    EXPECT_NEAR(attitude->interval.low, .7393757, 1e-7);
    EXPECT_NEAR(attitude->interval.high, .9157731, 1e-7);
}

TEST(Alpha, is_undefined_where_nothing_varies_or_there_is_one_item) {
    EXPECT_FALSE(cronbach_alpha({}));
    EXPECT_FALSE(cronbach_alpha({{1}, {2}}));
    EXPECT_FALSE(cronbach_alpha({{1, 2}, {1, 2}}));
    EXPECT_FALSE(cronbach_alpha({{1, 2}, {1}}));
    EXPECT_FALSE(cronbach_alpha({{1, 2}, {2, 4}})->if_dropped[0]);
    EXPECT_NEAR(*spearman_brown({{1, 2}, {2, 4}, {3, 3}}), 2.0 / 3, 1e-12);
    EXPECT_FALSE(spearman_brown({{1, 2}, {1, 4}}));
}

CurveInterval kind_of(std::string const& name) {
    return name == "log" ? CurveInterval::log : name == "plain" ? CurveInterval::plain : CurveInterval::log_log;
}

void expect_curve_as_R(std::string const& name, std::string const& kind) {
    std::vector<Waiting> people;
    auto const times = values(name + ".time");
    for (std::size_t at = 0; at < times.size(); ++at) people.push_back({times[at], values(name + ".status")[at] > 0});
    auto const curve = kaplan_meier(people, kind_of(kind));
    auto const of = name + "." + kind;
    ASSERT_EQ(curve->steps.size(), figures(of + ".times").size()) << of;
    for (std::size_t at = 0; at < curve->steps.size(); ++at) {
        auto const& step = curve->steps[at];
        expect_as(step.time, figures(of + ".times")[at], of);
        expect_as(static_cast<double>(step.at_risk), figures(of + ".risk")[at], of);
        expect_as(step.waiting, figures(of + ".waiting")[at], of);
        expect_as(step.error, figures(of + ".error")[at], of + " error");
        expect_as(step.interval ? std::optional{step.interval->low} : std::nullopt, figures(of + ".low")[at], of);
        expect_as(step.interval ? std::optional{step.interval->high} : std::nullopt, figures(of + ".high")[at], of);
    }
    auto const median = curve->median();
    expect_as(median.time, figures(of + ".median")[0], of + " median");
    expect_as(median.low, figures(of + ".median")[1], of + " median low");
    expect_as(median.high, figures(of + ".median")[2], of + " median high");
}

TEST(ACurve, is_what_R_says) {
    ASSERT_EQ(cases(".status").size(), 16U);
    for (auto const& name : cases(".status"))
        for (auto const* kind : {"log", "log-log", "plain"}) expect_curve_as_R(name, kind);
}

TEST(ACurve, says_how_many_still_wait_as_long_as_anybody_is_looked_at) {
    auto const curve = kaplan_meier({{2, true}, {4, false}, {6, true}, {9, false}});
    EXPECT_EQ(curve->at(1), 1);
    EXPECT_EQ(curve->at(2), .75);
    EXPECT_EQ(curve->at(9), .375);
    EXPECT_FALSE(curve->at(9.5));
    EXPECT_EQ(kaplan_meier({{2, true}})->at(50), 0);
    EXPECT_EQ(kaplan_meier({{2, false}})->at(1), 1);
    EXPECT_FALSE(kaplan_meier({{2, false}})->median().time);
    EXPECT_FALSE(kaplan_meier({}));
    EXPECT_FALSE(kaplan_meier({{-1, true}}));
}

TEST(AScore, is_the_mean_of_what_was_answered_if_two_thirds_were) {
    std::vector<Item> const items{{1, 5, false}, {1, 5, true}, {1, 5, false}};
    EXPECT_EQ(scale_score(items, {4, 1, 3}), 4);
    EXPECT_EQ(scale_score(items, {4, 1, {}}), 4.5);
    EXPECT_FALSE(scale_score(items, {4, {}, {}}));
    EXPECT_FALSE(scale_score({}, {}));
    EXPECT_EQ(straight({0, 10, true}, 3), 7);
    EXPECT_EQ(percent_of_possible(4, 1, 5), 75);
    EXPECT_FALSE(percent_of_possible(4, 5, 5));
}

TEST(AVerdict, is_chosen_by_the_interval_alone) {
    EXPECT_EQ(verdict(Interval{.1, .4}, 10, 10), Verdict::higher);
    EXPECT_EQ(verdict(Interval{-.4, -.1}, 10, 10), Verdict::lower);
    EXPECT_EQ(verdict(Interval{-.1, .4}, 10, 10), Verdict::no_clear_change);
    EXPECT_EQ(verdict(Interval{.1, .4}, 9, 10), Verdict::not_enough_answers);
    EXPECT_EQ(verdict(std::nullopt, 10, 10), Verdict::no_clear_change);
    EXPECT_EQ(verdict(std::nullopt), Verdict::not_enough_answers);
    EXPECT_EQ(verdict(paired_change(values("sleep.before"), values("sleep.after"))), Verdict::higher);
    EXPECT_FALSE(presentable(paired_change(values("sleep.before"), values("sleep.after")))->standardised);
    EXPECT_FALSE(presentable(paired_change(std::vector{1.0, 2.0}, std::vector{2.0, 2.0})));
}

TEST(ManyProbabilities, are_adjusted_as_by_Benjamini_and_Hochberg) {
    auto const made = adjusted_probabilities(values("bh.p"));
    for (std::size_t at = 0; at < made.size(); ++at) expect_as(made[at], figures("bh.adjusted")[at], "BH");
    EXPECT_TRUE(adjusted_probabilities(std::vector<double>{}).empty());
}

}  // namespace

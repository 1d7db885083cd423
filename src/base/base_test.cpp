#include <algorithm>
#include <set>

#include <gtest/gtest.h>

#include "base/id.hpp"
#include "base/result.hpp"
#include "base/text.hpp"
#include "base/time.hpp"

namespace {

using namespace base;

using AppleId = Id<struct AppleTag>;

TEST(Ids, come_back_from_their_text) {
    auto random = seeded_random(7);
    auto const id = AppleId::make(*random);
    EXPECT_EQ(AppleId::parse(id.text()), id);
    EXPECT_EQ(id.text().size(), 36U);
    EXPECT_EQ(id.text()[14], '4');
}

TEST(Ids, refuse_anything_but_the_36_character_form) {
    for (auto const* text : {"", "x", "123e4567e89b42d3a456426614174000", "123e4567-e89b-42d3-a456-42661417400g",
                             "123e4567-e89b-42d3-a456-4266141740000", "{23e4567-e89b-42d3-a456-426614174000}"})
        EXPECT_FALSE(AppleId::parse(text)) << text;
}

TEST(SeededRandom, gives_the_same_numbers_for_the_same_seed) {
    // The first output of splitmix64 for seed 1234567, from its authors' reference program.
    auto random = seeded_random(1234567);
    EXPECT_EQ(random->next(), 6457827717110365317ULL);
    EXPECT_EQ(random->next(), 3203168211198807973ULL);
}

TEST(SeededRandom, below_stays_below_and_reaches_everything) {
    auto random = seeded_random(1);
    std::set<std::uint64_t> seen;
    for (int i = 0; i < 200; ++i) seen.insert(random->below(6));
    EXPECT_EQ(seen, (std::set<std::uint64_t>{0, 1, 2, 3, 4, 5}));
}

TEST(Days, come_back_from_their_text) {
    for (auto const* text : {"1970-01-01", "2024-02-29", "1969-12-31", "9999-12-31"}) {
        auto const day = parse_day(text);
        ASSERT_TRUE(day) << text;
        EXPECT_EQ(to_text(*day), text);
    }
    for (auto const* text : {"2023-02-29", "2026-13-01", "2026-1-1", "2026-01-01x", "", "20260101"})
        EXPECT_FALSE(parse_day(text)) << text;
}

TEST(Days, know_their_weekday_before_and_after_1970) {
    EXPECT_EQ(parse_day("2026-11-22")->weekday(), 7);
    EXPECT_EQ(parse_day("1969-12-28")->weekday(), 7);
    EXPECT_EQ(parse_day("1970-01-01")->weekday(), 4);
}

TEST(Days, working_days_pass_over_the_weekend) {
    EXPECT_EQ(to_text(add_working_days(*parse_day("2026-11-19"), 5)), "2026-11-26");
    EXPECT_EQ(to_text(add_working_days(*parse_day("2026-11-21"), 1)), "2026-11-23");
}

TEST(WorkingDays, are_counted_back_over_weekends_and_closed_days) {
    auto const monday = *parse_day("2026-11-30");
    auto const closed_on = [](std::vector<std::string> days) {
        return [days = std::move(days)](Day day) { return std::ranges::count(days, to_text(day)) > 0; };
    };
    EXPECT_EQ(to_text(working_day_before(monday, closed_on({}))), "2026-11-27");
    EXPECT_EQ(to_text(working_day_before(monday, closed_on({"2026-11-27", "2026-11-26"}))), "2026-11-25");
    EXPECT_EQ(to_text(working_day_before(monday, [](Day) { return true; })), "2026-11-27");
}

TEST(Instants, come_back_from_their_text) {
    for (auto const* text : {"2026-11-22T09:30:00Z", "1969-12-31T23:59:59.000001Z", "2000-01-01T00:00:00Z"})
        EXPECT_EQ(to_text(parse_instant(text).value()), text);
    EXPECT_EQ(to_text(parse_instant("2026-11-22T09:30:00+05:30").value()), "2026-11-22T04:00:00Z");
    for (auto const* text : {"2026-11-22", "2026-11-22T24:00:00Z", "2026-11-22T09:30:60Z", "2026-11-22T09:30:00",
                             "2026-11-22T09:30:00.Z", "2026-11-22T09:30:00.1234567Z", "2026-11-22 09:30:00Z"})
        EXPECT_FALSE(parse_instant(text)) << text;
}

TEST(Text, folds_case_width_and_space) {
    EXPECT_EQ(fold("  ÉLODIE \t Martin "), fold("élodie martin"));
    EXPECT_EQ(fold("Straße"), fold("STRASSE"));
    EXPECT_EQ(squeeze("Adinolfi, Wilson  K \u00a0"), "Adinolfi, Wilson K");
    EXPECT_EQ(plain_letters("Łukasz Żółć"), "lukasz zolc");
    EXPECT_EQ(trim(" \n x y\u3000"), "x y");
}

// What is plain ASCII is folded and trimmed in a shorter way; a letter that is not leads the longer one.
TEST(Text, treats_plain_letters_as_all_others) {
    for (unsigned seed = 0; seed < 5'000; ++seed) {
        std::string text;
        for (auto bits = seed * 2'654'435'761U; bits != 0; bits /= 11) {
            static constexpr std::string_view kLetters = "aZ \t@[`\x1c\v{0";
            text += kLetters[bits % kLetters.size()];
        }
        EXPECT_EQ(fold(text + "é"), fold(text + "x").substr(0, fold(text + "x").size() - 1) + "é") << text;
        EXPECT_EQ(fold("é" + text), "é" + fold("x" + text).substr(1)) << text;
        EXPECT_EQ(trim("é" + text), "é" + trim("x" + text).substr(1)) << text;
        EXPECT_EQ(trim(text + "é"), trim(text + "x").substr(0, trim(text + "x").size() - 1) + "é") << text;
    }
}

TEST(Text, knows_broken_utf8) {
    EXPECT_TRUE(is_valid_utf8("żółć 🙂"));
    EXPECT_FALSE(is_valid_utf8("\xC3"));
    EXPECT_FALSE(is_valid_utf8("\xED\xA0\x80"));
    EXPECT_FALSE(is_valid_utf8("\xFF"));
}

TEST(Text, splits_and_joins) {
    EXPECT_EQ(split("a;;b", ';'), (std::vector<std::string>{"a", "", "b"}));
    EXPECT_EQ(join({"", "a", "b"}, ", "), ", a, b");
}

Result<int> half(int n) {
    if (n % 2 != 0) return invalid("/n", "odd");
    return n / 2;
}

Result<int> quarter(int n) {
    TRY(once, half(n));
    TRY(twice, half(once));
    return twice;
}

TEST(Results, carry_the_first_refusal_home) {
    EXPECT_EQ(quarter(12).value(), 3);
    ASSERT_FALSE(quarter(6));
    EXPECT_EQ(quarter(6).refusal().errors.at(0).code, "odd");
}

}  // namespace

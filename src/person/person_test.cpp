#include "person/person.hpp"

#include <set>

#include <gtest/gtest.h>

namespace person {
namespace {

TEST(SpeakingAName, turns_last_first_to_the_spoken_order) {
    auto name = speak("Adinolfi, Wilson  K ");
    EXPECT_EQ(name.whole, "Wilson K Adinolfi");
    EXPECT_EQ(name.given, "Wilson K");
    EXPECT_EQ(name.family, "Adinolfi");
    EXPECT_TRUE(name.was_turned);
    EXPECT_EQ(speak("Alagbe,Trina").whole, "Trina Alagbe");
    EXPECT_EQ(speak("Ait Sidi, Karthikeyan   ").whole, "Karthikeyan Ait Sidi");
}

TEST(SpeakingAName, leaves_a_spoken_name_as_it_is) {
    EXPECT_EQ(speak("  Michael   Albert ").whole, "Michael Albert");
    EXPECT_FALSE(speak("Michael Albert").was_turned);
}

TEST(SpeakingAName, lets_one_name_be_enough) {
    auto name = speak("Suharto");
    EXPECT_EQ(name.whole, "Suharto");
    EXPECT_EQ(name.family, "");
    EXPECT_EQ(speak("Suharto,").whole, "Suharto");
    EXPECT_EQ(speak("", "Suharto").whole, "Suharto");
}

TEST(SpeakingAName, parts_at_the_last_comma) {
    EXPECT_EQ(speak("Smith, Jr., John").whole, "John Smith Jr.");
}

TEST(TheKeyOfAName, forgets_points_case_accents_and_hyphens) {
    EXPECT_EQ(name_key("Brandon R. LeBlanc"), name_key("brandon r leblanc"));
    EXPECT_EQ(name_key("Élodie Dupont-Moreau"), name_key("Elodie Dupont Moreau"));
    EXPECT_EQ(name_key("Siobhán O'Neill"), name_key("Siobhan ONeill"));
    EXPECT_NE(name_key("Ana Silva"), name_key("Ana Silveira"));
}

TEST(ReadingAnEmail, accepts_addresses_and_lowers_them) {
    EXPECT_EQ(read_email(" Ana.Silva@Example.ORG "), "ana.silva@example.org");
    EXPECT_EQ(read_email("mailto:ana@example.org"), "ana@example.org");
    for (auto const* bad : {"", "ana", "@example.org", "ana@", "ana@example", "ana@example.", "a b@example.org",
                            "a@b@example.org", "ana@.org", "a,b@example.org", "a\n@example.org"})
        EXPECT_EQ(read_email(bad), std::nullopt) << bad;
    EXPECT_EQ(read_email(std::string(250, 'a') + "@example.org"), std::nullopt);
}

TEST(MakingASignInName, takes_the_first_given_and_the_whole_family_name) {
    EXPECT_EQ(sign_in_name_from(speak("Adinolfi, Wilson  K")), "wilson.adinolfi");
    EXPECT_EQ(sign_in_name_from(speak("Ait Sidi, Karthikeyan")), "karthikeyan.aitsidi");
    EXPECT_EQ(sign_in_name_from(speak("Łukasz Żółć")), "lukasz.zolc");
    EXPECT_EQ(sign_in_name_from(speak("Suharto")), "suharto");
    EXPECT_EQ(sign_in_name_from(speak("O'Neill, Siobhán")), "siobhan.oneill");
}

TEST(MakingASignInName, always_makes_one_that_may_be_used) {
    for (auto const* name : {"李 小龙", "Ο Αλέξης", "?", "X", "A, ", "مريم"}) {
        auto made = sign_in_name_from(speak(name));
        EXPECT_EQ(read_sign_in_name(made), made) << name;
    }
    EXPECT_LE(sign_in_name_from(speak(std::string(300, 'a') + " b")).size(), 64U);
}

TEST(MakingASignInName, numbers_the_second_of_two) {
    std::set<std::string> taken{"ana.silva", "ana.silva2"};
    EXPECT_EQ(free_sign_in_name("ana.silva", [&](auto const& name) { return taken.contains(name); }), "ana.silva3");
}

TEST(AnEmailPattern, makes_addresses_from_names) {
    auto pattern = EmailPattern::parse("first.last@example.org");
    ASSERT_TRUE(pattern);
    EXPECT_EQ(pattern->apply(speak("Ait Sidi, Karthikeyan")), "karthikeyan.aitsidi@example.org");
    EXPECT_EQ(EmailPattern::parse("flast@example.org")->apply(speak("Ana Silva")), "asilva@example.org");
    EXPECT_EQ(EmailPattern::parse("last_f@example.org")->apply(speak("Ana Silva")), "silva_a@example.org");
    EXPECT_EQ(EmailPattern::parse("first-l@example.org")->apply(speak("Ana Silva")), "ana-s@example.org");
}

TEST(AnEmailPattern, makes_nothing_where_a_part_is_missing) {
    EXPECT_EQ(EmailPattern::parse("first.last@example.org")->apply(speak("Suharto")), std::nullopt);
}

TEST(AnEmailPattern, is_refused_when_it_names_nobody_or_something_else) {
    for (auto const* bad :
         {"", "first.last", "info@example.org", "...@example.org", "first.last@", "{first}@example.org"})
        EXPECT_FALSE(EmailPattern::parse(bad)) << bad;
}

TEST(Leaving, counts_from_the_day_itself) {
    auto today = *base::parse_day("2026-11-22");
    EXPECT_TRUE(has_left(today, today));
    EXPECT_FALSE(has_left(today + 1, today));
    EXPECT_FALSE(has_left(std::nullopt, today));
}

}  // namespace
}  // namespace person

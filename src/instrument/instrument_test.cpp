#include "instrument/instrument.hpp"

#include <gtest/gtest.h>

using namespace instrument;

TEST(TheInstruments, are_all_known_by_name) {
    EXPECT_EQ(catalogue().instruments.size(), 15U);
    ASSERT_NE(catalogue().find("se_m"), nullptr);
    EXPECT_EQ(catalogue().find("se_m")->name, "SE-M");
    EXPECT_EQ(catalogue().find("stay")->people_needed, 60);
    EXPECT_EQ(catalogue().find("age"), nullptr);
}

TEST(TheInstruments, are_read_in_english_where_a_language_is_missing) {
    EXPECT_EQ(&catalogue("tlh"), &catalogue("tlh"));
    EXPECT_EQ(catalogue("tlh").instruments.size(), 15U);
}

TEST(ABudget, always_holds_the_three_questions_of_being_heard) {
    EXPECT_EQ(budget({}, Side::mentor).items, 3);
    EXPECT_EQ(budget({"voice"}, Side::mentor).items, 6);
}

TEST(ABudget, counts_a_side_only_what_it_is_asked) {
    EXPECT_EQ(budget({"se_m"}, Side::mentor).items, 10);
    EXPECT_EQ(budget({"se_m"}, Side::mentee).items, 3);
    EXPECT_EQ(budget({"open", "open", "nothing"}, Side::mentee).items, 9);
}

TEST(ABudget, says_whole_minutes_rounded_up) {
    EXPECT_EQ(budget({"se_m"}, Side::mentor).minutes, 2);
    EXPECT_EQ(budget({}, Side::mentor).minutes, 1);
}

#include "topic/topic.hpp"

#include <algorithm>
#include <set>

#include <gtest/gtest.h>

using namespace topic;

TEST(TheTopics, are_sixty_one_in_ten_families) {
    EXPECT_EQ(catalogue().topics.size(), 61U);
    EXPECT_EQ(catalogue().families.size(), 10U);
}

TEST(TheTopics, have_stable_keys_that_begin_with_their_family) {
    std::set<std::string> keys;
    for (auto const& one : catalogue().topics) {
        EXPECT_TRUE(keys.insert(one.key).second) << one.key;
        EXPECT_EQ(one.key.substr(0, 1), one.family);
        EXPECT_FALSE(one.name.empty() || one.description.empty()) << one.key;
    }
}

TEST(TheTopics, of_lived_experience_and_wellbeing_are_private) {
    std::vector<std::string> hidden;
    for (auto const& one : catalogue().topics)
        if (one.is_private) hidden.push_back(one.key);
    EXPECT_EQ(hidden, (std::vector<std::string>{"E1", "E2", "E3", "E4", "E5", "E6", "E7", "F3"}));
}

TEST(TheTopics, say_which_cannot_replace_training) {
    EXPECT_TRUE(catalogue().find("A6")->cannot_replace_training);
    EXPECT_EQ(std::ranges::count(catalogue().topics, true, &Topic::cannot_replace_training), 1);
}

TEST(TheTopics, go_up_down_or_both_ways) {
    EXPECT_EQ(catalogue().find("A1")->direction, Direction::up);
    EXPECT_EQ(catalogue().find("H2")->direction, Direction::both);
    EXPECT_EQ(catalogue().find("J1")->direction, Direction::down);
}

TEST(TheTwelveToBeginWith, are_public_topics_and_more_than_digital) {
    ASSERT_EQ(catalogue().starters.size(), 12U);
    std::set<std::string> families;
    for (auto const& key : catalogue().starters) {
        ASSERT_NE(catalogue().find(key), nullptr) << key;
        EXPECT_FALSE(catalogue().find(key)->is_private);
        families.insert(catalogue().find(key)->family);
    }
    EXPECT_GE(families.size(), 6U);
}

TEST(ASubject, is_a_topic_or_a_whole_family) {
    EXPECT_TRUE(catalogue().has_subject("E"));
    EXPECT_TRUE(catalogue().has_subject("E1"));
    EXPECT_FALSE(catalogue().has_subject("Z"));
    EXPECT_FALSE(catalogue().has_subject(""));
}

#include "meeting/topic_card.hpp"

#include <algorithm>
#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "meeting/notebook.hpp"
#include "topic/exchange.hpp"
#include "topic/topic.hpp"

namespace meeting {
namespace {

using testing::IsEmpty;
using testing::SizeIs;

std::vector<SharedTopic> const kFive{
    {"A1", Side::mentor}, {"C1", Side::mentor}, {"C2", Side::mentor}, {"I1", Side::mentee}, {"J1", Side::mentee}};

std::set<char> families_of(std::vector<SharedTopic> const& cards) {
    std::set<char> families;
    for (auto const& card : cards) families.insert(card.topic.front());
    return families;
}

TEST(TheTopicCards, are_one_for_each_topic_with_questions_in_both_directions) {
    std::set<std::string> keys;
    for (auto const& card : topic_cards().cards) {
        EXPECT_NE(topic::catalogue().find(card.key), nullptr) << card.key;
        EXPECT_TRUE(keys.insert(card.key).second) << card.key;
        EXPECT_THAT(card.bringing, SizeIs(3)) << card.key;
        EXPECT_THAT(card.wanting, SizeIs(3)) << card.key;
        EXPECT_FALSE(card.first_step.empty()) << card.key;
        auto all = card.bringing;
        all.insert(all.end(), card.wanting.begin(), card.wanting.end());
        for (auto const& question : all)
            EXPECT_LE(question.size(), static_cast<std::size_t>(kLongestItem)) << card.key << " does not fit an agenda";
        all.push_back(card.first_step);
        all.push_back(card.care.value_or(""));
        for (auto const* word : {"mentor", "mentee", "junior", "senior", "reverse", "learner"})
            EXPECT_THAT(all, testing::Each(testing::Not(testing::HasSubstr(word)))) << card.key;
    }
    EXPECT_EQ(keys.size(), topic::catalogue().topics.size());
}

TEST(ThreeCards, are_of_different_families_in_both_directions_and_others_the_next_time) {
    std::set<std::string> seen;
    for (int number = 1; number <= 8; ++number) {
        auto const cards = cards_for(kFive, number, {});
        EXPECT_THAT(cards, SizeIs(3)) << number;
        EXPECT_THAT(families_of(cards), SizeIs(3)) << number;
        for (auto const& card : cards) seen.insert(card.topic);
    }
    EXPECT_THAT(seen, SizeIs(5)) << "each has its turn";
    EXPECT_NE(cards_for(kFive, 1, {}), cards_for(kFive, 2, {}));
    EXPECT_EQ(cards_for(kFive, 0, {}), cards_for(kFive, 1, {}));
}

TEST(ThreeCards, are_fewer_where_the_two_have_chosen_less) {
    EXPECT_THAT(cards_for({}, 1, {}), IsEmpty());
    EXPECT_THAT(cards_for({{"C1", Side::mentor}, {"C2", Side::mentor}}, 1, {}), SizeIs(1));
    EXPECT_THAT(cards_for({{"C1", Side::mentor}, {"C1", Side::mentee}}, 2, {}), SizeIs(1)) << "each brings it";
}

TEST(ThreeCards, never_show_what_either_leaves_out) {
    for (int number = 1; number <= 8; ++number) {
        EXPECT_THAT(families_of(cards_for(kFive, number, {"C", "J1"})), testing::ElementsAre('A', 'I')) << number;
        EXPECT_THAT(cards_for(kFive, number, {"A", "C", "I", "J"}), IsEmpty());
    }
}

// What Bob knows when he looks at six conversations: what he and Ann have chosen, which both may see, and every card.
// Ann leaves out one of his topics, or none. The attacker says *she leaves it out* where a topic of his never came.
struct Choices {
    std::vector<std::string> bob;  // what he brings or wants
    std::vector<std::string> ann;
};

using Draw = std::vector<std::string> (*)(Choices const&, int number, std::vector<std::string> const& left_out);

// The leak: topics that either has chosen, without those left out.
std::vector<std::string> of_either(Choices const& choices, int number, std::vector<std::string> const& left_out) {
    std::vector<SharedTopic> all;
    for (auto const* of : {&choices.bob, &choices.ann})
        for (auto const& key : *of) all.push_back({key, Side::mentor});
    std::vector<std::string> keys;
    for (auto const& card : cards_for(all, number, left_out)) keys.push_back(card.topic);
    return keys;
}

// The product: topics that both have chosen.
std::vector<std::string> of_both(Choices const& choices, int number, std::vector<std::string> const& left_out) {
    std::vector<SharedTopic> shared;
    for (auto const& key : choices.bob)
        if (std::ranges::find(choices.ann, key) != choices.ann.end()) shared.push_back({key, Side::mentor});
    std::vector<std::string> keys;
    for (auto const& card : cards_for(shared, number, left_out)) keys.push_back(card.topic);
    return keys;
}

// In how many of a hundred tries it tells that something is left out from that nothing is.
int told_apart_by_absence(Draw draw) {
    auto const& topics = topic::catalogue().topics;
    int told = 0;
    for (std::size_t i = 0; i < 100; ++i) {
        auto const at = [&](std::size_t step) { return topics[(i * 7 + step * 5) % topics.size()].key; };
        Choices const choices{{at(0), at(1), at(2)}, {at(0), at(3), at(4)}};
        auto const left_out = at(1);  // of Bob's, and not of Ann's: she cannot leave out what she has chosen
        std::vector<std::string> with;
        std::vector<std::string> without;
        for (int number = 1; number <= 6; ++number) {
            for (auto const& key : draw(choices, number, {left_out})) with.push_back(key);
            for (auto const& key : draw(choices, number, {})) without.push_back(key);
        }
        told += with == without ? 0 : 1;
    }
    return told;
}

TEST(ACardThatIsNotThere, would_tell_what_is_left_out_if_topics_of_one_had_cards) {
    EXPECT_GT(told_apart_by_absence(of_either), 90);
}

TEST(ACardThatIsNotThere, tells_nothing_because_only_what_both_chose_has_one) {
    EXPECT_EQ(told_apart_by_absence(of_both), 0);
}

}  // namespace
}  // namespace meeting

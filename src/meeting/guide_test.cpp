#include "meeting/guide.hpp"

#include <algorithm>
#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "meeting/meeting.hpp"
#include "meeting/surprise_card.hpp"
#include "meeting/teach_back.hpp"
#include "topic/topic.hpp"

namespace meeting {
namespace {

using testing::Each;
using testing::Ge;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

constexpr char const* kMarkdown = R"(---
title: Teach one thing
minutes: 50
question: Which one?
---
## opening 10
- one
## core 30
- two
- three
## closing 10
- four
## teaches
- five
## learns
- six
## prompts
- seven
)";

std::string without(std::string const& part) {
    std::string text = kMarkdown;
    return text.erase(text.find(part), part.size());
}

TEST(AGuide, has_three_parts_with_their_minutes_two_lanes_and_prompts) {
    auto const guide = read_guide("2", kMarkdown);
    EXPECT_EQ(guide.key, "2");
    EXPECT_EQ(guide.title, "Teach one thing");
    EXPECT_EQ(guide.question, "Which one?");
    EXPECT_EQ(guide.core.minutes, 30);
    EXPECT_THAT(guide.core.lines, testing::ElementsAre("two", "three"));
    EXPECT_THAT(guide.mentee_brings, testing::ElementsAre("six"));
}

TEST(AGuide, that_lacks_something_is_a_broken_house) {
    for (auto const* part : {"title: Teach one thing\n", "question: Which one?\n", "- one\n", " 30", "- five\n",
                             "## learns\n- six\n", "## prompts\n- seven\n"})
        EXPECT_THROW(read_guide("2", without(part)), std::logic_error) << part;
    EXPECT_THROW(read_guide("2", std::string(kMarkdown) + "- a\n- b\n- c\n"), std::logic_error) << "four prompts";
    EXPECT_THROW(read_guide("2", std::string(kMarkdown) + "a line of its own\n"), std::logic_error);
    EXPECT_THROW(guide_in("en", "17"), std::logic_error);
}

TEST(TheGuides, stand_for_each_number_and_for_the_echo_and_say_no_role_word) {
    for (auto const* key : {"0", "1", "2", "3", "4", "5", "6", "echo"}) EXPECT_EQ(guide_in("en", key).key, key);
    for (auto const& guide : guides_in("en")) {
        auto all = guide.prompts;
        for (auto const* lines : {&guide.opening.lines, &guide.core.lines, &guide.closing.lines, &guide.mentor_brings,
                                  &guide.mentee_brings})
            all.insert(all.end(), lines->begin(), lines->end());
        all.push_back(guide.title);
        all.push_back(guide.question);
        for (auto const* word : {"mentor", "mentee", "junior", "senior", "reverse", "learner", "teach-back"})
            EXPECT_THAT(all, Each(Not(testing::HasSubstr(word)))) << guide.key;
    }
}

TEST(TheGuides, are_in_every_language_the_same_ones) {
    EXPECT_EQ(&guides_in("en-GB"), &guides_in("en"));
    EXPECT_EQ(&guides_in("tlh"), &guides_in("en"));
}

TEST(TheGuides, follow_the_number_and_take_turns_after_the_table) {
    EXPECT_EQ(guide_key(1), "1");
    EXPECT_EQ(guide_key(6), "6");
    EXPECT_EQ(guide_key(7), "2");
    EXPECT_EQ(guide_key(8), "3");
    EXPECT_EQ(guide_key(9), "5");
    EXPECT_EQ(guide_key(10), "2");
}

struct ADeck : testing::Test {
    crypto::Keys keys{{{1, crypto::random_key()}}, {{1, crypto::random_key()}}};
    Drawing drawing{
        base::as<access::OrganisationId>(base::AnyId::parse("00000000-0000-4000-8000-000000000001").value()),
        base::as<pairing::PairingId>(base::AnyId::parse("00000000-0000-4000-8000-000000000002").value()),
        3,
        {}};

    std::string key(std::int32_t number) {
        drawing.number = number;
        auto const* card = draw_card(keys, drawing, "en");
        return card ? card->key : "";
    }
    std::string family(std::int32_t number) {
        drawing.number = number;
        return draw_card(keys, drawing, "en")->family;
    }
};

TEST_F(ADeck, gives_a_card_at_the_third_and_the_fifth_and_no_other) {
    EXPECT_NE(key(3), "");
    EXPECT_NE(key(5), "");
    for (auto number : {1, 2, 4, 6, 7}) EXPECT_EQ(key(number), "");
}

TEST_F(ADeck, gives_the_same_card_again_also_when_keys_were_rotated) {
    auto const before = key(3);
    keys.link[2] = crypto::random_key();
    EXPECT_EQ(key(3), before);
    EXPECT_NE(family(3), family(5));
}

TEST_F(ADeck, never_gives_what_one_of_the_two_leaves_out) {
    std::set<std::string> left;
    while (true) {
        auto const card = key(3);
        if (card.empty()) break;
        auto const of = family(3);
        EXPECT_TRUE(left.insert(of).second) << of << " was left out";
        drawing.left_out.push_back(left.size() % 2 == 0 ? of : of + "1");  // the family, or one topic of it
    }
    EXPECT_THAT(left, SizeIs(Ge(8U)));
    EXPECT_EQ(key(5), "");
}

TEST_F(ADeck, is_shuffled_for_every_pair) {
    std::set<std::string> cards;
    for (int pair = 0; pair < 40; ++pair) {
        drawing.pairing_id = base::as<pairing::PairingId>(
            base::AnyId::parse("00000000-0000-4000-8000-0000000000" + std::to_string(10 + pair)).value());
        cards.insert(key(3));
    }
    EXPECT_THAT(cards, SizeIs(Ge(10U)));
}

TEST_F(ADeck, holds_no_card_of_a_private_topic) {
    std::set<std::string> keys_of_cards;
    for (auto const& card : surprise_cards().cards) {
        EXPECT_TRUE(topic::catalogue().has_subject(card.family)) << card.family;
        EXPECT_NE(card.family, "E");
        EXPECT_TRUE(keys_of_cards.insert(card.key).second) << card.key << " stands twice";
    }
}

TEST(TheCriteria, are_three_for_each_topic_of_the_catalogue) {
    EXPECT_EQ(all_criteria().topics.size(), topic::catalogue().topics.size());
    for (auto const& topic : topic::catalogue().topics) {
        auto const* found = find_criteria(topic.key);
        ASSERT_TRUE(found) << topic.key;
        EXPECT_THAT(found->criteria, SizeIs(kCriteria)) << topic.key;
        EXPECT_THAT(found->criteria, Each(Not(IsEmpty()))) << topic.key;
    }
}

TEST(ShowingSomething, is_ticked_by_the_one_who_learns_or_by_both) {
    TeachBack const nothing{"A1", 0, {}, {}};
    EXPECT_EQ(tick(nothing, Side::mentor, 0, {1}).refusal().code, "mentee_ticks_first");
    auto const alone = tick(nothing, Side::mentee, 0, {3, 1, 1}).value();
    EXPECT_THAT(alone.mentee_ticked, testing::ElementsAre(1, 3));
    EXPECT_THAT(alone.mentor_ticked, IsEmpty());
    EXPECT_EQ(tick(alone, Side::mentor, 1, {1, 2}).refusal().code, "mentee_ticks_first");
    auto const together = tick(alone, Side::mentor, 1, {1}).value();
    EXPECT_THAT(together.mentor_ticked, testing::ElementsAre(1));
    EXPECT_EQ(together.version, 2);
}

TEST(ShowingSomething, is_taken_back_for_both_by_the_one_who_learns) {
    TeachBack const together{"A1", 2, {1, 3}, {1, 3}};
    auto const back = tick(together, Side::mentee, 2, {3}).value();
    EXPECT_THAT(back.mentee_ticked, testing::ElementsAre(3));
    EXPECT_THAT(back.mentor_ticked, testing::ElementsAre(3));
    EXPECT_THAT(tick(together, Side::mentor, 2, {}).value().mentee_ticked, testing::ElementsAre(1, 3));
}

TEST(ShowingSomething, refuses_what_was_read_earlier_and_criteria_that_are_none) {
    TeachBack const nothing{"A1", 4, {}, {}};
    EXPECT_EQ(tick(nothing, Side::mentee, 3, {1}).refusal().code, "stale");
    EXPECT_FALSE(tick(nothing, Side::mentee, 4, {0}));
    EXPECT_FALSE(tick(nothing, Side::mentee, 4, {4}));
}

}  // namespace
}  // namespace meeting

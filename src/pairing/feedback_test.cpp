#include "pairing/feedback.hpp"

#include <gtest/gtest.h>

#include "base/random.hpp"

namespace pairing {
namespace {

constexpr base::Day kWrittenOn{20'000};

struct GivingFeedback : testing::Test {
    std::shared_ptr<base::Random> random = base::seeded_random(73);
    PersonId ana = PersonId::make(*random);
    PersonId sofia = PersonId::make(*random);
    Pairing pair = [this] {
        Pairing started;
        started.id = PairingId::make(*random);
        started.mentor_id = ana;
        started.mentee_id = sofia;
        started.went_on_at = base::start_of_utc(kWrittenOn - 30);
        started.started_at = base::start_of_utc(kWrittenOn - 30);
        return started;
    }();

    Feedback wanted() {
        return {FeedbackId::make(*random),
                pair.id,
                ana,
                kWrittenOn,
                {},
                {" On Monday ", "You answered for me", "I fell silent", "Wait three seconds"},
                {},
                {}};
    }
    Feedback given() { return write_feedback(pair, {}, wanted(), 0).value(); }
    std::string pointer_of(base::Refusal const& refusal) { return refusal.errors.at(0).pointer; }
};

TEST_F(GivingFeedback, is_trimmed_and_needs_all_four_parts) {
    EXPECT_EQ(given().words.situation, "On Monday");
    auto without = wanted();
    without.words.effect = "  ";
    EXPECT_EQ(pointer_of(write_feedback(pair, {}, without, 0).refusal()), "/effect");
    EXPECT_EQ(write_feedback(pair, {}, wanted(), kMostFeedback).refusal().code, "too_much_feedback");
    EXPECT_EQ(write_feedback(close(pair, Ending::ended, kWrittenOn).value(), {}, wanted(), 0).refusal().code,
              "pairing_over");
}

TEST_F(GivingFeedback, becomes_a_goal_in_the_first_free_place_of_whoever_receives_it) {
    std::vector<Goal> const goals{{Side::mentee, 1, 0, "an outcome", {}, false}};
    auto const picked = pick(pair, given(), {}, goals, " Let others finish ").value();
    EXPECT_EQ(picked.goal, (Goal{Side::mentee, 2, 1, "Let others finish", {}, false}));
    EXPECT_EQ(picked.feedback.looks_again_at, 2);
    std::vector<Goal> full = goals;
    for (auto position : {2, 3}) full.push_back({Side::mentee, position, 1, "x", {}, false});
    EXPECT_EQ(pick(pair, given(), {}, full, "x").refusal().code, "goals_full");
    EXPECT_FALSE(pick(pair, given(), {}, {}, "  "));
}

TEST_F(GivingFeedback, is_one_wish_at_a_time_until_the_two_have_looked_again) {
    auto const first = pick(pair, given(), {}, {}, "x").value().feedback;
    EXPECT_EQ(pick(pair, given(), {first}, {}, "y").refusal().code, "one_wish_at_a_time");
    auto const looked = look_at(first, sofia, " I counted to three. ").value();
    EXPECT_EQ(looked.receiver_look, "I counted to three.");
    EXPECT_TRUE(pick(pair, given(), {looked}, {}, "y"));
    EXPECT_FALSE(look_at(looked, sofia, " ").value().is_looked_at()) << "taken back";
    EXPECT_EQ(look_at(given(), sofia, "x").refusal().code, "not_a_goal");
}

TEST_F(GivingFeedback, is_due_after_two_more_conversations_until_somebody_looks) {
    pair.meetings_held = 3;
    auto const picked = pick(pair, given(), {}, {}, "x").value().feedback;
    EXPECT_FALSE(is_due(picked, 4));
    EXPECT_TRUE(is_due(picked, 5));
    EXPECT_FALSE(is_due(look_at(picked, ana, "x").value(), 5));
    EXPECT_FALSE(is_due(given(), 9)) << "only what was picked";
}

TEST_F(GivingFeedback, stands_as_it_was_read_once_it_is_a_goal) {
    auto const picked = pick(pair, given(), {}, {}, "x").value().feedback;
    EXPECT_EQ(write_feedback(pair, picked, wanted(), 1).refusal().code, "already_a_goal");
    EXPECT_EQ(may_take_back(picked).refusal().code, "already_a_goal");
    EXPECT_TRUE(may_take_back(given()));
    auto later = wanted();
    later.written_on = kWrittenOn + 3;
    EXPECT_EQ(write_feedback(pair, given(), later, 1).value().written_on, kWrittenOn);
}

}  // namespace
}  // namespace pairing

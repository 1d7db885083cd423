#include "pairing/goal_http.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "pairing/goal_actions.hpp"
#include "pairing/pairing_actions.hpp"
#include "support/door.hpp"
#include "support/pair.hpp"

namespace pairing {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

// Ana and Sofia, started, with an outcome each.
struct PairWithGoals : testing::Test {
    support::Door door;
    support::Cast cast = support::make_cast(door.database());
    PairingId pair = support::start_pair(door, cast);

    std::string path(std::string const& rest) { return "/api/pairings/" + pair.text() + rest; }
    PairGoals seen(PersonId who) {
        auto const reply = door.as(who).get(path("/goals"));
        EXPECT_EQ(reply.status, 200) << reply.body;
        return reply.as<PairGoals>();
    }
    support::Reply write(PersonId who, std::string const& place, int version, std::string const& text,
                         std::string const& steps = "") {
        return door.as(who).put(path("/goals/" + place), R"({"version":)" + std::to_string(version) + R"(,"text":")" +
                                                             text + R"(","steps":[)" + steps +
                                                             R"(],"is_reached":false})");
    }
    void close_and_wait(int days) {
        ASSERT_EQ(door.as(cast.ana).put(path("/closure"), "{}").status, 200);
        for (int day = 0; day < days; ++day) door.clock().advance(std::chrono::hours(24));
        door.database().write([&](db::Tx& tx) {
            release_closings(tx, cast.organisation, door.clock().now());
            tell_echo(tx, cast.organisation, door.clock().now());
            tell_echo(tx, cast.organisation, door.clock().now());
        });
    }
};

TEST_F(PairWithGoals, begins_with_the_outcomes_both_signed) {
    auto const goals = seen(cast.ana).goals;
    ASSERT_THAT(goals, SizeIs(2));
    EXPECT_EQ(goals[0].text, "Lead a meeting with directors in the room");
    EXPECT_EQ(goals[0].version, 0);
    EXPECT_EQ(goals[1].side, Side::mentee);
    EXPECT_TRUE(seen(cast.sofia).may_change);
}

TEST_F(PairWithGoals, moves_them_on_from_either_side) {
    ASSERT_EQ(write(cast.ana, "mentee/1", 0, "Hear ten customers", R"({"text":"Visit a shop","is_done":false})").status,
              200);
    auto const stale = write(cast.sofia, "mentee/1", 0, "Hear customers");
    EXPECT_EQ(stale.code(), "stale");
    ASSERT_EQ(
        write(cast.sofia, "mentee/1", 1, "Hear ten customers", R"({"text":"Visit a shop","is_done":true})").status,
        200);
    auto const goal = seen(cast.ana).goals[1];
    EXPECT_THAT(goal.steps, ElementsAre(GoalStep{"Visit a shop", true}));
    EXPECT_EQ(goal.version, 2);
    ASSERT_EQ(write(cast.ana, "mentor/3", 0, "Speak at the town hall").status, 200);
    EXPECT_THAT(seen(cast.ana).goals, SizeIs(3));
    ASSERT_EQ(door.as(cast.sofia).remove(path("/goals/mentor/3")).status, 200);
    ASSERT_EQ(door.as(cast.sofia).remove(path("/goals/mentee/1")).status, 200);
    EXPECT_EQ(seen(cast.ana).goals[1].text, "Hear customers without a filter") << "the outcome stands again";
}

TEST_F(PairWithGoals, refuses_what_is_no_goal) {
    EXPECT_EQ(write(cast.ana, "mentor/4", 0, "x").status, 404);
    EXPECT_EQ(write(cast.ana, "both/1", 0, "x").status, 404);
    EXPECT_EQ(write(cast.ana, "mentor/1", 0, "").status, 422);
    EXPECT_EQ(write(cast.ana, "mentor/1", 0, "   ").status, 422);
    EXPECT_EQ(write(cast.ana, "mentor/1", 0, std::string(301, 'x')).status, 422);
}

TEST_F(PairWithGoals, keeps_every_word_sealed_and_for_the_two) {
    ASSERT_EQ(write(cast.ana, "mentor/1", 0, "a word of ours").status, 200);
    ASSERT_EQ(door.as(cast.ana).put(path("/targets"), R"({"targets":["a word of ours"]})").status, 200);
    door.database().read([&](db::Tx& tx) {
        for (auto const* table : {"goals", "targets"})
            for (auto const& sealed : tx.values<meta::Bytes>(
                     "SELECT sealed_content FROM " + std::string(table) + " WHERE organisation_id = $1",
                     cast.organisation))
                EXPECT_THAT(std::string(sealed.octets.begin(), sealed.octets.end()), Not(HasSubstr("word of ours")));
    });
    std::vector<PersonId> others{cast.bruno, cast.david, cast.jo, cast.amir, cast.nina, cast.rosa};
    support::expect_closed_to_others(door, cast, {http::Method::get, path("/goals")}, others);
    std::vector<std::pair<std::string, std::string>> const writes{
        {"/goals/mentor/1", R"({"version":1,"text":"x","steps":[],"is_reached":false})"},
        {"/ladder", R"({"marks":[]})"},
        {"/targets", R"({"targets":[]})"},
        {"/echo", R"({"kept":[],"stuck":""})"}};
    for (auto const& [rest, body] : writes)
        support::expect_closed_to_others(door, cast, {http::Method::put, path(rest), body}, others);
    support::expect_closed_to_others(door, cast, {http::Method::remove, path("/goals/mentor/1")}, others);
}

TEST_F(PairWithGoals, marks_the_ladder_of_topics_that_are_brought_and_wanted) {
    auto const topics = seen(cast.sofia).ladder.topics;
    ASSERT_FALSE(topics.empty());
    auto const mark = [&](std::string const& topic) {
        return R"({"marks":[{"topic":")" + topic + R"(","start":1,"now":3,"looking_back":null}]})";
    };
    ASSERT_EQ(door.as(cast.sofia).put(path("/ladder"), mark(topics[0].key)).status, 200);
    EXPECT_THAT(seen(cast.sofia).ladder.own, ElementsAre(LadderMark{topics[0].key, 1, 3, std::nullopt}));
    EXPECT_THAT(seen(cast.ana).ladder.partner, SizeIs(1)) << "the partner sees it";
    EXPECT_THAT(seen(cast.ana).ladder.own, IsEmpty());
    EXPECT_EQ(door.as(cast.sofia).put(path("/ladder"), mark("Z9")).status, 422);
    EXPECT_EQ(door.as(cast.sofia)
                  .put(path("/ladder"), R"({"marks":[{"topic":")" + topics[0].key + R"(","start":5}]})")
                  .status,
              422);
}

TEST_F(PairWithGoals, looks_at_its_targets_again_after_ninety_days) {
    ASSERT_EQ(door.as(cast.ana).put(path("/targets"), R"({"targets":["Run it alone",""]})").status, 422);
    ASSERT_EQ(door.as(cast.ana).put(path("/targets"), R"({"targets":["Run it alone"]})").status, 200);
    EXPECT_THAT(seen(cast.sofia).targets.partner, ElementsAre("Run it alone"));
    std::string const echo = R"({"kept":["partly"],"stuck":"Asking first"})";
    EXPECT_EQ(door.as(cast.ana).put(path("/echo"), echo).code(), "echo_too_early");
    close_and_wait(90);
    EXPECT_EQ(door.as(cast.ana).put(path("/echo"), R"({"kept":[],"stuck":""})").status, 422);
    ASSERT_EQ(door.as(cast.ana).put(path("/echo"), echo).status, 200);
    EXPECT_EQ(seen(cast.ana).targets.echo, (Echo{{Kept::partly}, "Asking first"}));
    EXPECT_EQ(seen(cast.sofia).targets.echo, std::nullopt);
    EXPECT_EQ(write(cast.ana, "mentor/1", 0, "x").code(), "pairing_over");
    auto const told = door.database().read([&](db::Tx& tx) {
        return tx.values<PersonId>("SELECT person_id FROM notices WHERE organisation_id = $1 AND kind = 'echo_waits'",
                                   cast.organisation);
    });
    EXPECT_THAT(told, testing::UnorderedElementsAre(cast.ana, cast.sofia)) << "both, and once";
}

}  // namespace
}  // namespace pairing

#include "pairing/feedback_http.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "pairing/feedback_actions.hpp"
#include "pairing/goal_shapes.hpp"
#include "support/door.hpp"
#include "support/pair.hpp"

namespace pairing {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;
using testing::UnorderedElementsAre;

std::string feedback_words(std::string const& wish) {
    return R"({"situation":"On Monday","saw":"a word of ours","effect":"I fell silent","wish":")" + wish + "\"}";
}

// Ana gives Sofia feedback.
struct PairWithFeedback : testing::Test {
    support::Door door;
    support::Cast cast = support::make_cast(door.database());
    PairingId pair = support::start_pair(door, cast);

    std::string path(std::string const& rest = "") { return "/api/pairings/" + pair.text() + "/feedback" + rest; }
    FeedbackId new_id() {
        return door.database().write([](db::Tx& tx) { return tx.make_id<FeedbackId>(); });
    }
    FeedbackId given(std::string const& wish = "Wait three seconds") {
        auto const id = new_id();
        auto const reply = door.as(cast.ana).put(path("/" + id.text()), feedback_words(wish));
        EXPECT_EQ(reply.status, 200) << reply.body;
        return id;
    }
    support::Reply pick(PersonId by, FeedbackId id, std::string const& text = "Let others finish") {
        return door.as(by).put(path("/" + id.text() + "/goal"), R"({"text":")" + text + "\"}");
    }
    support::Reply look(PersonId by, FeedbackId id, std::string const& text) {
        return door.as(by).put(path("/" + id.text() + "/look"), R"({"text":")" + text + "\"}");
    }
    PairFeedback seen(PersonId who) { return door.as(who).get(path()).as<PairFeedback>(); }
    void meet(int times) {
        door.database().write([&](db::Tx& tx) {
            tx.run("UPDATE pairings SET meetings_held = meetings_held + $3 WHERE organisation_id = $1 AND id = $2",
                   cast.organisation, pair, times);
            for (int again = 0; again < 2; ++again) tell_feedback_due(tx, cast.organisation, door.clock().now());
        });
    }
    std::vector<PersonId> told(std::string const& kind) {
        return door.database().read([&](db::Tx& tx) {
            return tx.values<PersonId>("SELECT person_id FROM notices WHERE organisation_id = $1 AND kind = $2",
                                       cast.organisation, kind);
        });
    }
};

TEST_F(PairWithFeedback, reaches_the_other_who_picks_it_as_a_goal_and_looks_again_after_two_conversations) {
    auto const id = given();
    EXPECT_THAT(told("feedback_waits"), UnorderedElementsAre(cast.sofia));
    auto const read = seen(cast.sofia).items.at(0);
    EXPECT_FALSE(read.is_own);
    EXPECT_EQ(read.words.wish, "Wait three seconds");
    EXPECT_TRUE(read.may_pick);
    EXPECT_EQ(pick(cast.ana, id).status, 404) << "whoever receives it picks";
    ASSERT_EQ(pick(cast.sofia, id).status, 200);
    EXPECT_EQ(pick(cast.sofia, id, "another text").status, 200) << "again, it changes nothing";
    auto const goals = door.as(cast.ana).get("/api/pairings/" + pair.text() + "/goals").as<PairGoals>().goals;
    EXPECT_THAT(goals, testing::Contains(Goal{Side::mentee, 2, 1, "Let others finish", {}, false}));
    meet(1);
    EXPECT_THAT(told("feedback_again"), IsEmpty());
    meet(1);
    EXPECT_TRUE(seen(cast.ana).items.at(0).is_due);
    EXPECT_THAT(told("feedback_again"), UnorderedElementsAre(cast.ana, cast.sofia)) << "both, and once";
    ASSERT_EQ(look(cast.ana, id, "She waits now").status, 200);
    EXPECT_EQ(seen(cast.sofia).items.at(0).partner_look, "She waits now");
    EXPECT_FALSE(seen(cast.sofia).items.at(0).is_due);
}

TEST_F(PairWithFeedback, is_changed_and_taken_back_by_its_author_while_it_is_no_goal) {
    auto const id = given();
    auto const again = "/" + id.text();
    ASSERT_EQ(door.as(cast.ana).put(path(again), feedback_words("Wait")).status, 200);
    EXPECT_THAT(seen(cast.sofia).items, SizeIs(1));
    EXPECT_EQ(door.as(cast.sofia).put(path(again), feedback_words("x")).status, 404);
    EXPECT_EQ(door.as(cast.sofia).remove(path(again)).status, 404);
    ASSERT_EQ(pick(cast.sofia, id).status, 200);
    EXPECT_EQ(door.as(cast.ana).put(path(again), feedback_words("x")).code(), "already_a_goal");
    EXPECT_EQ(door.as(cast.ana).remove(path(again)).code(), "already_a_goal");
    auto const other = given();
    EXPECT_EQ(pick(cast.sofia, other).code(), "one_wish_at_a_time");
    ASSERT_EQ(door.as(cast.ana).remove(path("/" + other.text())).status, 200);
    EXPECT_THAT(seen(cast.sofia).items, SizeIs(1));
}

TEST_F(PairWithFeedback, refuses_nonsense) {
    auto const put = [&](std::string const& body) {
        return door.as(cast.ana).put(path("/" + new_id().text()), body).status;
    };
    EXPECT_EQ(put("{}"), 422);
    EXPECT_EQ(put(feedback_words("")), 422);
    EXPECT_EQ(put(feedback_words("   ")), 422);
    EXPECT_EQ(put(feedback_words(std::string(301, 'x'))), 422);
    EXPECT_EQ(door.as(cast.ana).put(path("/nonsense"), feedback_words("x")).status, 404);
    EXPECT_EQ(look(cast.sofia, given(), "x").code(), "not_a_goal");
    EXPECT_THAT(seen(cast.sofia).items, SizeIs(1));
}

TEST_F(PairWithFeedback, is_for_the_two_alone_and_sealed) {
    auto const id = given();
    ASSERT_EQ(pick(cast.sofia, id).status, 200);
    ASSERT_EQ(look(cast.sofia, id, "a word of ours").status, 200);
    std::vector<PersonId> const others{cast.bruno, cast.david, cast.jo, cast.amir, cast.nina, cast.rosa};
    auto const one = path("/" + id.text());
    support::expect_closed_to_others(door, cast, {http::Method::get, path()}, others);
    support::expect_closed_to_others(door, cast, {http::Method::put, one, feedback_words("x")}, others);
    support::expect_closed_to_others(door, cast, {http::Method::remove, one}, others);
    support::expect_closed_to_others(door, cast, {http::Method::put, one + "/goal", R"({"text":"x"})"}, others);
    support::expect_closed_to_others(door, cast, {http::Method::put, one + "/look", R"({"text":"x"})"}, others);
    door.database().read([&](db::Tx& tx) {
        for (auto const* column : {"sealed_content", "sealed_receiver_look"}) {
            auto const sealed = tx.value<meta::Bytes>(
                "SELECT " + std::string(column) + " FROM feedback WHERE organisation_id = $1", cast.organisation);
            ASSERT_TRUE(sealed) << column;
            EXPECT_THAT(std::string(sealed->octets.begin(), sealed->octets.end()), Not(HasSubstr("word of ours")));
        }
    });
}

}  // namespace
}  // namespace pairing

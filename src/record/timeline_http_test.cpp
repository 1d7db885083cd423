#include "record/timeline_http.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "meeting/meeting_shapes.hpp"
#include "meeting/notebook_shapes.hpp"
#include "pairing/goal_shapes.hpp"
#include "pairing/pairing_shapes.hpp"
#include "support/door.hpp"
#include "support/pair.hpp"

namespace record {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsSupersetOf;
using testing::Not;

// Ana and Sofia, started on Sunday 22 November 2026.
struct TheTimelineOfAPair : testing::Test {
    support::Door door;
    support::Cast cast = support::make_cast(door.database());
    pairing::PairingId pair = support::start_pair(door, cast);

    std::string path(std::string const& rest) { return "/api/pairings/" + pair.text() + rest; }
    Timeline seen(access::PersonId who) {
        auto const reply = door.as(who).get(path("/timeline"));
        EXPECT_EQ(reply.status, 200) << reply.body;
        return reply.as<Timeline>();
    }
    static std::vector<MomentKind> kinds(std::vector<Moment> const& moments) {
        std::vector<MomentKind> found;
        for (auto const& one : moments) found.push_back(one.kind);
        return found;
    }
    static Moment first(std::vector<Moment> const& moments, MomentKind kind) {
        for (auto const& one : moments)
            if (one.kind == kind) return one;
        ADD_FAILURE() << "no " << meta::name_of(kind);
        return {};
    }
    meeting::MeetingAnswer date_on(std::string const& starts_local) {
        auto const proposed =
            door.as(cast.sofia)
                .post(path("/meetings"), R"({"minutes":45,"channel":"call","place":"","times":[{"starts_local":")" +
                                             starts_local + R"(","time_zone":"UTC"}]})")
                .as<meeting::MeetingAnswer>();
        auto const reply = door.as(cast.ana).put(
            "/api/meetings/" + proposed.id.text() + "/time",
            R"({"version":1,"starts_at":")" + base::to_text(proposed.times.at(0).starts_at) + "\"}");
        EXPECT_EQ(reply.status, 200) << reply.body;
        return reply.as<meeting::MeetingAnswer>();
    }
    void reach_a_goal(int version, bool is_reached) {
        auto const reply =
            door.as(cast.ana).put(path("/goals/mentor/1"), R"({"version":)" + std::to_string(version) +
                                                               R"(,"text":"Lead it","steps":[],"is_reached":)" +
                                                               (is_reached ? "true}" : "false}"));
        ASSERT_EQ(reply.status, 200) << reply.body;
    }
    void pass(int days) { door.clock().advance(std::chrono::hours(24) * days); }
};

TEST_F(TheTimelineOfAPair, is_the_same_for_both_and_holds_what_they_did) {
    date_on("2026-11-27T10:00");
    reach_a_goal(0, true);
    pass(2);
    reach_a_goal(1, true);
    for (auto who : {cast.ana, cast.sofia}) {
        auto const line = seen(who);
        EXPECT_THAT(kinds(line.ahead), ElementsAre(MomentKind::meeting_set, MomentKind::planned_end));
        EXPECT_THAT(kinds(line.behind),
                    IsSupersetOf({MomentKind::both_happy, MomentKind::went_on, MomentKind::agreement_signed,
                                  MomentKind::started, MomentKind::goal_reached}));
        EXPECT_EQ(base::to_text(first(line.behind, MomentKind::goal_reached).on), "2026-11-22") << "not since today";
        EXPECT_EQ(line.side, who == cast.ana ? pairing::Side::mentor : pairing::Side::mentee);
    }
    EXPECT_EQ(seen(cast.ana).behind, seen(cast.sofia).behind);
    reach_a_goal(2, false);
    EXPECT_THAT(kinds(seen(cast.ana).behind), Not(Contains(MomentKind::goal_reached)));
}

TEST_F(TheTimelineOfAPair, keeps_every_version_of_the_agreement_that_both_had_signed) {
    auto const change = [&](int version) {
        return R"({"version":)" + std::to_string(version) +
               R"(,"cadence":"fortnightly","channel":"call","notice_days":2,"booking_side":"mentee",)"
               R"("leading_side":"mentor","ends_on":"2027-05-31","mentor_outcomes":["one"],"mentee_outcomes":["two"]})";
    };
    auto const sign = [&](access::PersonId who) {
        ASSERT_EQ(door.as(who).put(path("/agreement/signature"), R"({"version":2,"neither_decides":true})").status,
                  200);
    };
    pass(1);
    ASSERT_EQ(door.as(cast.ana).put(path("/agreement"), change(1)).status, 200);
    sign(cast.ana);
    EXPECT_EQ(first(seen(cast.sofia).behind, MomentKind::agreement_signed).number, 1) << "one signature tells nothing";
    sign(cast.sofia);
    auto const versions = door.database().read([&](db::Tx& tx) {
        return tx.values<std::int32_t>(
            "SELECT version FROM signed_agreements WHERE organisation_id = $1 ORDER BY version", cast.organisation);
    });
    EXPECT_THAT(versions, ElementsAre(1, 2));
    EXPECT_EQ(first(seen(cast.sofia).behind, MomentKind::agreement_signed).number, 2);
}

TEST_F(TheTimelineOfAPair, has_the_day_on_which_a_topic_was_shown) {
    auto const meeting = date_on("2026-11-23T10:00");
    pass(2);
    ASSERT_EQ(door.as(cast.ana).put("/api/meetings/" + meeting.id.text() + "/holding", R"({"version":2})").status, 200);
    auto const notebook = "/api/meetings/" + meeting.id.text();
    auto const topic = door.as(cast.sofia).get(notebook + "/notebook").as<meeting::Notebook>().teach_backs.at(0).topic;
    auto const tick = [&](int version, std::string const& ticked) {
        auto const reply = door.as(cast.sofia)
                               .put(notebook + "/teach-backs/" + topic,
                                    R"({"version":)" + std::to_string(version) + R"(,"ticked":)" + ticked + "}");
        ASSERT_EQ(reply.status, 200) << reply.body;
    };
    tick(0, "[1,2]");
    EXPECT_THAT(kinds(seen(cast.ana).behind), Not(Contains(MomentKind::shown)));
    tick(1, "[1,2,3]");
    auto const line = seen(cast.ana);
    EXPECT_EQ(base::to_text(first(line.behind, MomentKind::shown).on), "2026-11-24");
    EXPECT_EQ(first(line.behind, MomentKind::meeting_held).number, 1);
}

TEST_F(TheTimelineOfAPair, is_read_by_the_two_alone_and_after_the_end_too) {
    std::vector<access::PersonId> const others{cast.bruno, cast.david, cast.lena, cast.marta,
                                               cast.jo,    cast.amir,  cast.nina, cast.rosa};
    support::expect_closed_to_others(door, cast, {http::Method::get, path("/timeline")}, others);
    date_on("2026-11-27T10:00");
    ASSERT_EQ(door.as(cast.sofia).put(path("/closure"), "{}").status, 200);
    for (auto who : {cast.ana, cast.sofia}) {
        EXPECT_EQ(seen(who).behind.front().kind, MomentKind::finished);
        EXPECT_EQ(seen(who).behind.front().side, std::nullopt) << "whose it was stands nowhere";
        EXPECT_THAT(kinds(seen(who).ahead), ElementsAre(MomentKind::targets_again));
    }
    EXPECT_EQ(door.as(cast.ana).get("/api/pairings/nonsense/timeline").status, 404);
}

}  // namespace
}  // namespace record

#include "pairing/continuation_http.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "pairing/continuation_actions.hpp"
#include "pairing/pairing_actions.hpp"
#include "pairing/pairing_shapes.hpp"
#include "pairing/rematch_shapes.hpp"
#include "support/door.hpp"
#include "support/pair.hpp"

namespace pairing {
namespace {

using testing::SizeIs;

// Ana and Sofia, started, until 2027-05-31.
struct APairAtItsEnd : testing::Test {
    support::Door door;
    support::Cast cast = support::make_cast(door.database());
    PairingId pair = support::start_pair(door, cast);

    std::string path(std::string const& rest) { return "/api/pairings/" + pair.text() + rest; }
    support::Reply choose(PersonId who, std::string const& onward) {
        return door.as(who).put(path("/continuation"), R"({"onward":")" + onward + "\"}");
    }
    ContinuationAnswer seen(PersonId who) {
        auto const reply = door.as(who).get(path("/continuation"));
        EXPECT_EQ(reply.status, 200) << reply.body;
        return reply.as<ContinuationAnswer>();
    }
    Stage stage(PersonId who) { return door.as(who).get(path("")).as<PairingAnswer>().stage; }
    void days_pass(int days) {
        for (int day = 0; day < days; ++day) {
            door.clock().advance(std::chrono::hours(24));
            door.database().write([&](db::Tx& tx) {
                complete_due_pairings(tx, cast.organisation, door.clock().now());
                release_closings(tx, cast.organisation, door.clock().now());
            });
        }
    }
    void make_reciprocal() {
        door.database().write([&](db::Tx& tx) {
            tx.run("UPDATE programmes SET direction = 'reciprocal' WHERE organisation_id = $1", cast.organisation);
            for (auto const& [person, side] : {std::pair(cast.ana, "mentee"), std::pair(cast.sofia, "mentor")})
                tx.run(R"(INSERT INTO enrolments (organisation_id, id, programme_id, person_id, side, state, joined_on,
                              capacity, shows_motivation, agenda_style, talking_style, thinking_style, rhythm_style,
                              learning_style, remarks_style, weekly_slots, languages, helps, shows_helps,
                              shows_will_not_discuss, version)
                          VALUES ($1, $2, $3, $4, $5, 'joined', '2026-11-01', 1, FALSE, 'no_matter', 'no_matter',
                                  'no_matter', 'no_matter', 'no_matter', 'no_matter', $6, 'en', '', FALSE, FALSE, 1))",
                       cast.organisation, tx.make_id<base::AnyId>(), cast.programme, person, std::string(side),
                       meta::Bytes{});
        });
    }
};

TEST_F(APairAtItsEnd, ends_at_once_when_both_go_on_informally_and_tells_both) {
    ASSERT_EQ(choose(cast.ana, "informally").status, 200);
    EXPECT_EQ(stage(cast.sofia), Stage::started);
    EXPECT_EQ(seen(cast.sofia).onward, std::nullopt) << "nobody is shown the other's";
    EXPECT_EQ(seen(cast.sofia).agreed, std::nullopt);
    ASSERT_EQ(choose(cast.sofia, "informally").status, 200);
    EXPECT_EQ(stage(cast.ana), Stage::finished);
    EXPECT_EQ(seen(cast.ana).agreed, Onward::informally);
    auto const rematch = door.as(cast.ana).get(path("/rematch")).as<RematchAnswer>();
    EXPECT_EQ(rematch.looks_from_on, std::nullopt) << "no suggestions until they say so";
    EXPECT_EQ(choose(cast.ana, "stop").code(), "pairing_over");
}

TEST_F(APairAtItsEnd, opens_nothing_when_they_choose_apart_and_is_completed_a_week_after_its_last_day) {
    ASSERT_EQ(choose(cast.ana, "informally").status, 200);
    ASSERT_EQ(choose(cast.sofia, "stop").status, 200);
    EXPECT_EQ(base::to_text(seen(cast.ana).completes_on), "2027-06-07");
    auto const left = seen(cast.ana).completes_on - base::utc_day(door.clock().now());
    days_pass(left - 1);
    EXPECT_EQ(stage(cast.ana), Stage::started);
    days_pass(1);
    EXPECT_EQ(stage(cast.ana), Stage::finished);
    EXPECT_EQ(seen(cast.ana).agreed, std::nullopt);
}

TEST_F(APairAtItsEnd, swaps_sides_where_the_programme_goes_both_ways) {
    EXPECT_EQ(choose(cast.ana, "swap").code(), "cannot_swap");
    EXPECT_FALSE(seen(cast.ana).may_swap);
    make_reciprocal();
    EXPECT_TRUE(seen(cast.ana).may_swap);
    ASSERT_EQ(choose(cast.ana, "swap").status, 200);
    ASSERT_EQ(choose(cast.sofia, "swap").status, 200);
    EXPECT_THAT(door.as(cast.ana).get("/api/pairings").as<MyPairings>().items, SizeIs(1));
    days_pass(1);
    auto const mine = door.as(cast.ana).get("/api/pairings").as<MyPairings>().items;
    ASSERT_THAT(mine, SizeIs(2));
    EXPECT_EQ(mine[0].side, Side::mentee);
    EXPECT_EQ(mine[0].stage, Stage::exploring) << "both confirm it, like any getting to know";
}

TEST_F(APairAtItsEnd, ends_with_its_programme_which_leaves_no_time_to_swap_on_its_last_day) {
    make_reciprocal();
    ASSERT_EQ(choose(cast.ana, "swap").status, 200);
    auto const told = door.as(cast.jo).put("/api/programmes/" + cast.programme.text() + "/closing",
                                           R"({"version":0,"closes_on":"2026-12-13"})");
    ASSERT_EQ(told.status, 200) << told.body;
    EXPECT_EQ(base::to_text(seen(cast.ana).programme_closes_on.value()), "2026-12-13");
    EXPECT_EQ(base::to_text(seen(cast.ana).completes_on), "2026-12-14");
    days_pass(20);
    EXPECT_TRUE(seen(cast.ana).may_swap);
    days_pass(1);
    EXPECT_FALSE(seen(cast.ana).may_swap) << "it would begin when the programme has closed";
    EXPECT_EQ(choose(cast.sofia, "swap").code(), "cannot_swap");
    EXPECT_EQ(choose(cast.sofia, "informally").status, 200);
    days_pass(1);
    door.house().round();
    door.house().drain();
    EXPECT_EQ(stage(cast.ana), Stage::finished);
    EXPECT_EQ(seen(cast.ana).agreed, std::nullopt);
    EXPECT_THAT(door.as(cast.ana).get("/api/pairings").as<MyPairings>().items, SizeIs(1));
}

TEST_F(APairAtItsEnd, is_there_for_the_two_alone_and_refuses_what_is_no_choice) {
    EXPECT_EQ(choose(cast.ana, "renew").status, 422);
    std::vector<PersonId> others{cast.bruno, cast.david, cast.jo, cast.amir, cast.nina, cast.rosa};
    support::expect_closed_to_others(door, cast, {http::Method::get, path("/continuation")}, others);
    support::expect_closed_to_others(door, cast, {http::Method::put, path("/continuation"), R"({"onward":"stop"})"},
                                     others);
}

}  // namespace
}  // namespace pairing

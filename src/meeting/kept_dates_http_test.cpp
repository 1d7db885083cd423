#include "meeting/kept_dates_http.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "person/delegation.hpp"
#include "support/door.hpp"
#include "support/pair.hpp"

namespace meeting {
namespace {

using person::Delegations;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

// Nina keeps Sofia's dates.
struct KeptForSomebody : testing::Test {
    support::Door door;
    support::Cast cast = support::make_cast(door.database());
    pairing::PairingId pair = support::start_pair(door, cast);
    access::PersonId nina = cast.nina;

    std::string name_of(access::PersonId id) {
        return door.database().read([&](db::Tx& tx) {
            return tx
                .value<std::string>("SELECT name FROM people WHERE organisation_id = $1 AND id = $2", cast.organisation,
                                    id)
                .value();
        });
    }
    support::Reply ask(access::PersonId principal, access::PersonId assistant) {
        return door.as(principal).post("/api/delegations", R"({"assistant":")" + name_of(assistant) + "\"}");
    }
    std::string kept(std::string const& rest) {
        auto const mine = door.as(nina).get("/api/delegations").as<Delegations>().principals;
        return "/api/delegations/" + mine.at(0).id.text() + rest;
    }
    std::string proposal(int days) {
        auto const day = base::to_text(base::utc_day(door.clock().now()) + days);
        return R"({"minutes":45,"channel":"video","place":"Room 7","times":[{"starts_local":")" + day +
               R"(T15:00","time_zone":"UTC"}]})";
    }
    support::Reply propose_kept() {
        return door.as(nina).post(kept("/pairings/" + pair.text() + "/meetings"), proposal(3));
    }
};

TEST_F(KeptForSomebody, begin_with_a_name_and_end_by_either) {
    auto const asked = ask(cast.sofia, nina);
    ASSERT_EQ(asked.status, 201) << asked.body;
    EXPECT_EQ(asked.as<Delegations>().assistants.at(0).name, name_of(nina));
    auto const theirs = door.as(nina).get("/api/delegations").as<Delegations>();
    ASSERT_THAT(theirs.principals, SizeIs(1));
    EXPECT_EQ(door.as(cast.ana).remove("/api/delegations/" + theirs.principals[0].id.text()).status, 404);
    EXPECT_EQ(door.as(nina).remove("/api/delegations/" + theirs.principals[0].id.text()).status, 200);
    EXPECT_THAT(door.as(cast.sofia).get("/api/delegations").as<Delegations>().assistants, IsEmpty());
}

TEST_F(KeptForSomebody, are_refused_to_nobody_to_oneself_and_twice) {
    EXPECT_EQ(door.as(cast.sofia).post("/api/delegations", R"({"assistant":"No One"})").text("/errors/0/code"),
              "nobody_of_this_name");
    EXPECT_EQ(ask(cast.sofia, cast.sofia).text("/errors/0/code"), "yourself");
    EXPECT_EQ(ask(cast.sofia, nina).status, 201);
    EXPECT_EQ(ask(cast.sofia, nina).text("/errors/0/code"), "assistant_already");
    EXPECT_EQ(door.nobody().post("/api/delegations", R"({"assistant":"x"})").status, 401);
}

TEST_F(KeptForSomebody, show_dates_and_names_and_nothing_else) {
    ASSERT_EQ(ask(cast.sofia, nina).status, 201);
    ASSERT_EQ(propose_kept().status, 201);
    auto const reply = door.as(nina).get(kept("/dates"));
    ASSERT_EQ(reply.status, 200) << reply.body;
    EXPECT_THAT(reply.as<KeptDates>().items, SizeIs(1));
    EXPECT_EQ(reply.as<KeptDates>().partners.at(0).name, "Ana Moreira");
    for (auto const& word :
         std::vector<std::string>{"outcome", "topic", "changes", "programme", "minutes_held", "agree"})
        EXPECT_THAT(reply.body, Not(HasSubstr(word)));
    for (auto const& door_of_the_two : std::vector<std::string>{"", "/meetings", "/agreement", "/thread"})
        EXPECT_EQ(door.as(nina).get("/api/pairings/" + pair.text() + door_of_the_two).status, 404) << door_of_the_two;
}

TEST_F(KeptForSomebody, are_booked_chosen_moved_and_placed) {
    ASSERT_EQ(ask(cast.sofia, nina).status, 201);
    auto const slots = door.as(nina).get(kept("/pairings/" + pair.text() + "/slots"));
    EXPECT_THAT(slots.as<Slots>().items, Not(IsEmpty()));
    auto const proposed = propose_kept();
    ASSERT_EQ(proposed.status, 201) << proposed.body;
    auto const id = proposed.as<KeptMeeting>().id.text();
    EXPECT_EQ(door.as(nina)
                  .put(kept("/meetings/" + id + "/time"),
                       R"({"version":1,"starts_at":")" +
                           base::to_text(proposed.as<KeptMeeting>().times.at(0).starts_at) + "\"}")
                  .code(),
              "own_proposal");
    auto const placed = door.as(nina).put(kept("/meetings/" + id + "/where"),
                                          R"({"version":1,"minutes":60,"channel":"call","place":"by telephone"})");
    EXPECT_EQ(placed.status, 200) << placed.body;
    auto const moved = door.as(cast.ana).put("/api/meetings/" + id + "/times",
                                             R"({"version":2,"times":[{"starts_local":")" +
                                                 base::to_text(base::utc_day(door.clock().now()) + 5) +
                                                 R"(T10:00","time_zone":"UTC"}]})");
    ASSERT_EQ(moved.status, 200) << moved.body;
    auto const times = moved.as<MeetingAnswer>().times;
    auto const chosen =
        door.as(nina).put(kept("/meetings/" + id + "/time"),
                          R"({"version":3,"starts_at":")" + base::to_text(times.at(0).starts_at) + "\"}");
    ASSERT_EQ(chosen.status, 200) << chosen.body;
    EXPECT_EQ(chosen.as<KeptMeeting>().state, State::set);
    EXPECT_EQ(door.as(nina).put(kept("/meetings/" + id + "/holding"), R"({"version":4})").code(), "not_begun");
}

TEST_F(KeptForSomebody, are_closed_to_everybody_else_and_once_it_has_ended) {
    ASSERT_EQ(ask(cast.sofia, nina).status, 201);
    auto const dates = kept("/dates");
    EXPECT_EQ(door.as(cast.sofia).get(dates).status, 404);
    EXPECT_EQ(door.as(cast.jo).get(dates).status, 404);
    EXPECT_EQ(door.nobody().get(dates).status, 401);
    EXPECT_EQ(door.as(nina).get("/api/delegations/nonsense/dates").status, 404);
    auto const proposed = propose_kept().as<KeptMeeting>();
    auto const where = kept("/meetings/" + proposed.id.text() + "/where");
    EXPECT_EQ(door.as(nina).remove(kept("")).status, 200);
    EXPECT_EQ(door.as(nina).get(dates).status, 404);
    EXPECT_EQ(door.as(nina).put(where, R"({"version":1,"minutes":60,"channel":"call","place":""})").status, 404);
}

TEST_F(KeptForSomebody, are_gone_with_the_pair) {
    ASSERT_EQ(ask(cast.sofia, nina).status, 201);
    ASSERT_EQ(propose_kept().status, 201);
    EXPECT_EQ(door.as(cast.ana).put("/api/pairings/" + pair.text() + "/closure", "{}").status, 200);
    EXPECT_THAT(door.as(nina).get(kept("/dates")).as<KeptDates>().items, IsEmpty());
    EXPECT_EQ(propose_kept().status, 404);
}

}  // namespace
}  // namespace meeting

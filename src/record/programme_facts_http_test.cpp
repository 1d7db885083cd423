#include "record/programme_facts_http.hpp"

#include <gtest/gtest.h>

#include "support/door.hpp"
#include "support/pair.hpp"

namespace record {
namespace {

struct AProgramme : testing::Test {
    support::Door door;
    support::Cast cast = support::make_cast(door.database());
    std::string path = "/api/programmes/" + cast.programme.text() + "/facts";

    ProgrammeFacts read_by(access::PersonId who) {
        auto const reply = door.as(who).get(path);
        EXPECT_EQ(reply.status, 200) << reply.body;
        return reply.as<ProgrammeFacts>();
    }
    void meet(pairing::PairingId pair, int minutes) {
        door.database().write([&](db::Tx& tx) {
            auto const starts_at = base::parse_instant("2026-11-25T10:00:00Z").value();
            tx.run(R"(INSERT INTO meetings (organisation_id, id, pairing_id, version, sequence, minutes, channel, place,
                                            opened_at, proposed_by, starts_local, time_zone, starts_at, held_at)
                      VALUES ($1, $2, $3, 1, 0, $4, 'call', '', $5, 'mentee', '2026-11-25T10:00', 'UTC', $5, $5))",
                   cast.organisation, tx.make_id<base::AnyId>(), pair, minutes, starts_at);
        });
    }
};

TEST_F(AProgramme, counts_what_has_happened_for_whoever_takes_part_and_whoever_runs_it) {
    EXPECT_EQ(read_by(cast.ana).agreements, 0);
    auto const pair = support::start_pair(door, cast);
    meet(pair, 45);
    meet(pair, 60);
    for (auto who : {cast.ana, cast.david, cast.marta, cast.jo, cast.nina}) {
        auto const facts = read_by(who);
        EXPECT_EQ(facts.said_yes, 4);
        EXPECT_EQ(facts.in_pairs, 2);
        EXPECT_EQ(facts.agreements, 1);
        EXPECT_EQ(facts.conversations, 2);
        EXPECT_EQ(facts.hours, 3) << "an hour and three quarters, of two people";
        EXPECT_EQ(facts.waiting, 0);
        EXPECT_EQ(facts.questions, 0);
    }
}

// Who could be counted down on the day on which they go would be told of by it.
TEST_F(AProgramme, counts_nobody_down_who_stops_or_leaves) {
    auto const pair = support::start_pair(door, cast);
    auto const before = door.as(cast.jo).get(path).body;
    auto const stopped = door.as(cast.ana).put("/api/pairings/" + pair.text() + "/closure", "{}");
    EXPECT_EQ(stopped.status / 100, 2) << stopped.body;
    auto const left = door.as(cast.bruno).put("/api/enrolments/" + cast.bruno_enrolled.text() + "/withdrawal");
    EXPECT_EQ(left.status / 100, 2) << left.body;
    door.clock().advance(std::chrono::hours(24));
    door.house().round();
    door.house().drain();
    EXPECT_EQ(door.as(cast.jo).get(path).body, before);
}

TEST_F(AProgramme, tells_its_facts_to_nobody_else) {
    for (auto who : {cast.lena, cast.amir, cast.rosa, cast.otto}) EXPECT_EQ(door.as(who).get(path).status, 404);
    EXPECT_EQ(door.nobody().get(path).status, 401);
    EXPECT_EQ(door.as(cast.jo).get("/api/programmes/nonsense/facts").status, 404);
}

}  // namespace
}  // namespace record

#include "record/contribution_record_http.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "pairing/pairing_actions.hpp"
#include "support/door.hpp"
#include "support/pair.hpp"

namespace record {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

// Ana, who brings, and Sofia have met twice.
struct AContributionRecord : testing::Test {
    support::Door door;
    support::Cast cast = support::make_cast(door.database());
    pairing::PairingId pair = support::start_pair(door, cast);

    void SetUp() override {
        meet("2026-11-25T10:00", 45);
        meet("2026-12-02T10:00", 60);
    }
    void meet(std::string const& starts_local, int minutes) {
        door.database().write([&](db::Tx& tx) {
            auto const starts_at = base::parse_instant(starts_local + ":00Z").value();
            tx.run(R"(INSERT INTO meetings (organisation_id, id, pairing_id, version, sequence, minutes, channel, place,
                                            opened_at, proposed_by, starts_local, time_zone, starts_at, held_at)
                      VALUES ($1, $2, $3, 1, 0, $4, 'call', '', $5, 'mentee', $6, 'UTC', $5, $5))",
                   cast.organisation, tx.make_id<base::AnyId>(), pair, minutes, starts_at, starts_local);
        });
    }
    support::Reply read(access::PersonId who) { return door.as(who).get("/api/my-record"); }
};

TEST_F(AContributionRecord, shows_its_owner_hours_and_topics_and_names_no_partner) {
    auto const reply = read(cast.ana);
    ASSERT_EQ(reply.status, 200) << reply.body;
    auto const record = reply.as<ContributionRecord>();
    EXPECT_EQ(record.name, "Ana Moreira");
    EXPECT_EQ(record.meetings, 2);
    EXPECT_EQ(record.minutes, 105);
    ASSERT_THAT(record.exchanges, SizeIs(1));
    EXPECT_THAT(record.exchanges[0].topics, testing::Contains("How new customers choose"));
    EXPECT_THAT(reply.body, Not(HasSubstr("Sofia")));
}

TEST_F(AContributionRecord, is_empty_for_the_other_side_and_for_everybody_else) {
    for (auto const& who : {cast.sofia, cast.bruno, cast.jo, cast.amir, cast.nina}) {
        auto const reply = read(who);
        ASSERT_EQ(reply.status, 200);
        EXPECT_THAT(reply.as<ContributionRecord>().lines, IsEmpty());
    }
    EXPECT_EQ(door.nobody().get("/api/my-record").status, 401);
    EXPECT_EQ(door.nobody().get("/api/my-record/file").status, 401);
}

TEST_F(AContributionRecord, gains_and_loses_no_line_by_an_ending_whoever_stopped) {
    auto const before = read(cast.ana).body;
    ASSERT_EQ(door.as(cast.sofia).put("/api/pairings/" + pair.text() + "/closure", "{}").status, 200);
    EXPECT_EQ(read(cast.ana).body, before);
    door.clock().advance(std::chrono::hours(24));
    door.database().write([&](db::Tx& tx) { pairing::release_closings(tx, cast.organisation, door.clock().now()); });
    EXPECT_EQ(read(cast.ana).body, before);
}

TEST_F(AContributionRecord, comes_as_a_file_with_the_same_lines) {
    auto const csv = door.as(cast.ana).get("/api/my-record/file");
    ASSERT_EQ(csv.status, 200) << csv.body;
    EXPECT_THAT(csv.body, HasSubstr("2026-11-25"));
    EXPECT_THAT(csv.body, HasSubstr("60"));
    EXPECT_EQ(door.as(cast.ana).get("/api/my-record/file?format=xlsx").status, 200);
    EXPECT_EQ(door.as(cast.ana).get("/api/my-record/file?format=pdf").status, 422);
}

}  // namespace
}  // namespace record

#include <gtest/gtest.h>

#include "audit/audit_log_shapes.hpp"
#include "audit/chain_store.hpp"
#include "audit/dispatcher.hpp"
#include "support/door.hpp"

namespace audit {
namespace {

constexpr Kind kThingHappened{"thing.happened"};
constexpr Kind kSecretHappened{"secret.happened", Private::yes};

struct AuditLog : testing::Test {
    support::Door door;
    support::Cast cast = support::make_cast(door.database());
    std::vector<std::string> reacted;
    Dispatcher dispatcher{door.database(), [this](db::Tx&, access::OrganisationId, ChainedEvent const& event) {
                              reacted.push_back(event.kind);
                          }};

    void happen(Kind const& kind, access::PersonId by) {
        door.database().write([&](db::Tx& tx) {
            record(tx, support::viewer_of(tx, cast.organisation, by), kind, base::any(cast.programme),
                   Facts().number("pairs", 3), door.clock().now());
        });
    }
    // Other tests of this program have events of their own, so only ours is looked at.
    AuditLogPage page(std::string const& query = "") {
        return door.as(cast.amir).get("/api/audit-log" + query).as<AuditLogPage>();
    }
};

TEST_F(AuditLog, shows_events_once_they_have_their_place) {
    happen(kThingHappened, cast.jo);
    EXPECT_TRUE(page().items.empty());
    dispatcher.run(door.clock().now());
    ASSERT_EQ(page().items.size(), 1U);
    auto const entry = page().items.front();
    EXPECT_EQ(entry.position, 1);
    EXPECT_EQ(entry.kind, "thing.happened");
    EXPECT_EQ(entry.actor_id, cast.jo);
    EXPECT_EQ(entry.facts->text, R"({"pairs":3})");
}

TEST_F(AuditLog, is_read_by_administrators_alone) {
    EXPECT_EQ(door.nobody().get("/api/audit-log").status, 401);
    for (auto const who : {cast.jo, cast.ana, cast.sofia}) EXPECT_EQ(door.as(who).get("/api/audit-log").status, 403);
    happen(kThingHappened, cast.jo);
    dispatcher.run(door.clock().now());
    EXPECT_TRUE(door.as(cast.otto).get("/api/audit-log").as<AuditLogPage>().items.empty()) << "another organisation";
}

TEST_F(AuditLog, goes_on_where_the_last_page_ended) {
    for (int i = 0; i < 5; ++i) happen(kThingHappened, cast.jo);
    dispatcher.run(door.clock().now());
    auto const first = page("?limit=3");
    ASSERT_EQ(first.items.size(), 3U);
    ASSERT_TRUE(first.next_cursor);
    auto const second = page("?limit=3&cursor=" + *first.next_cursor);
    EXPECT_EQ(second.items.size(), 2U);
    EXPECT_FALSE(second.next_cursor);
}

TEST_F(AuditLog, refuses_what_it_does_not_know) {
    for (auto const* query : {"?limit=0", "?limit=101", "?cursor=x", "?sort=actor", "?kind="})
        EXPECT_EQ(door.as(cast.amir).get(std::string("/api/audit-log") + query).status, 422) << query;
}

TEST_F(AuditLog, places_every_event_once_and_reacts_to_it_once) {
    happen(kThingHappened, cast.jo);
    happen(kThingHappened, cast.kim);
    dispatcher.run(door.clock().now());
    dispatcher.run(door.clock().now());
    EXPECT_EQ(page().items.size(), 2U);
    EXPECT_EQ(find_break(door.database(), cast.organisation), std::nullopt);
}

TEST_F(AuditLog, gives_every_ended_day_one_entry_whether_somebody_acted_or_not) {
    happen(kThingHappened, cast.jo);
    dispatcher.run(door.clock().now());
    happen(kSecretHappened, cast.ana);
    happen(kSecretHappened, cast.bruno);
    door.clock().advance(std::chrono::hours(48));
    dispatcher.run(door.clock().now());
    auto const entries = page().items;
    ASSERT_EQ(entries.size(), 3U);
    for (auto const& entry : {entries[0], entries[1]}) {
        EXPECT_EQ(entry.kind, "private_acts");
        EXPECT_FALSE(entry.actor_id);
        EXPECT_FALSE(entry.subject_id);
        EXPECT_FALSE(entry.facts);
        EXPECT_EQ(entry.happened_at.microseconds % 86'400'000'000, 0);
    }
    EXPECT_EQ(find_break(door.database(), cast.organisation), std::nullopt);
}

TEST_F(AuditLog, a_private_act_leaves_no_row_until_its_day_has_ended) {
    happen(kSecretHappened, cast.ana);
    dispatcher.run(door.clock().now());
    EXPECT_TRUE(page().items.empty());
    auto const rows = door.database().read([&](db::Tx& tx) {
        return tx.value<std::int64_t>("SELECT count(*) FROM events WHERE organisation_id = $1", cast.organisation);
    });
    EXPECT_EQ(rows, 0);
}

TEST_F(AuditLog, finds_the_place_where_somebody_changed_a_row_behind_its_back) {
    for (int i = 0; i < 5; ++i) happen(kThingHappened, cast.jo);
    dispatcher.run(door.clock().now());
    door.database().write([&](db::Tx& tx) {
        tx.run("UPDATE events SET actor_id = $2 WHERE organisation_id = $1 AND position = 3", cast.organisation,
               cast.ana);
    });
    EXPECT_EQ(find_break(door.database(), cast.organisation), 3);
}

TEST_F(AuditLog, finds_that_the_newest_entries_were_cut_off) {
    for (int i = 0; i < 5; ++i) happen(kThingHappened, cast.jo);
    dispatcher.run(door.clock().now());
    door.database().write([&](db::Tx& tx) {
        tx.run("DELETE FROM events WHERE organisation_id = $1 AND position > 3", cast.organisation);
    });
    EXPECT_EQ(find_break(door.database(), cast.organisation), 4);
}

}  // namespace
}  // namespace audit

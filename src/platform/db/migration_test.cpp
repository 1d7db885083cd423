#include "platform/db/migration.hpp"

#include <thread>

#include <gtest/gtest.h>

#include "support/databases.hpp"

namespace migration_examples {

constexpr base::Instant kThen{1000};

std::vector<db::Migration> two_steps() {
    return {
        db::make_migration("0001_rooms.sql",
                           "CREATE TABLE rooms (id ID NOT NULL PRIMARY KEY, picture BYTES, note TEXT "
                           "DEFAULT 'ID card');\nCREATE TABLE lines (number SERIAL_KEY, words TEXT NOT NULL);"),
        db::make_migration("0002_doors.sql",
                           "CREATE TABLE doors (id ID NOT NULL PRIMARY KEY, room_id ID NOT NULL REFERENCES rooms);\n"
                           "-- sqlite:\nCREATE TABLE only_here (n INTEGER);\n"
                           "-- postgresql:\nCREATE TABLE only_there (n INTEGER);\n"
                           "-- both:\nINSERT INTO lines (words) VALUES ('done');")};
}

std::unique_ptr<db::Database> empty_database() {
    return std::make_unique<db::Database>(
        db::Options{.address = support::fresh_address(support::Fresh::empty), .readers = 2});
}

std::int64_t count_in(db::Database& database, std::string const& table) {
    return database.read(
        [&](db::Tx& tx) { return tx.value<std::int64_t>("SELECT count(*) AS many FROM " + table).value(); });
}

template <class F>
db::Code refusal_of(F&& f) {
    try {
        f();
    } catch (db::Error const& error) {
        return error.code();
    }
    return db::Code::other;
}

}  // namespace migration_examples

using namespace migration_examples;

TEST(AMigration, says_the_dialect_words_in_each_engine_and_leaves_text_and_names_alone) {
    auto const text = "CREATE TABLE t (person_id ID, IDEA TEXT DEFAULT 'ID', x BYTES); -- an ID\n";
    EXPECT_EQ(db::in_dialect(text, db::Engine::sqlite),
              "CREATE TABLE t (person_id BLOB, IDEA TEXT DEFAULT 'ID', x BLOB); -- an ID\n");
    EXPECT_EQ(db::in_dialect(text, db::Engine::postgresql),
              "CREATE TABLE t (person_id UUID, IDEA TEXT DEFAULT 'ID', x BYTEA); -- an ID\n");
}

TEST(AMigration, is_named_by_its_number_and_what_it_does) {
    EXPECT_EQ(db::make_migration("0042_what_it_does.sql", "").number, 42);
    EXPECT_EQ(db::make_migration("0042_what_it_does.sql", "").name, "0042_what_it_does");
    for (auto const* name : {"42_short.sql", "0042.sql", "0042_what.txt", "00x2_what.sql", ""})
        EXPECT_EQ(refusal_of([&] { (void)db::make_migration(name, ""); }), db::Code::programmer) << name;
    auto const twice = std::vector{db::make_migration("0001_a.sql", ""), db::make_migration("0001_b.sql", "")};
    EXPECT_EQ(refusal_of([&] { (void)db::in_order(twice); }), db::Code::programmer);
}

TEST(Migrating, takes_each_step_once_and_in_order) {
    auto const database = empty_database();
    auto const steps = two_steps();
    EXPECT_EQ(db::pending_migrations(*database, steps).size(), 2U);
    EXPECT_EQ(db::migrate(*database, steps, kThen), (std::vector<std::string>{"0001_rooms", "0002_doors"}));
    EXPECT_TRUE(db::migrate(*database, steps, kThen).empty());
    EXPECT_EQ(count_in(*database, "lines"), 1);
    EXPECT_EQ(count_in(*database, "schema_migrations"), 2);
    EXPECT_EQ(count_in(*database, database->engine() == db::Engine::sqlite ? "only_here" : "only_there"), 0);
}

TEST(Migrating, makes_nothing_in_a_database_that_is_only_looked_at) {
    auto const database = empty_database();
    EXPECT_EQ(db::pending_migrations(*database, two_steps()).size(), 2U);
    EXPECT_THROW(count_in(*database, "schema_migrations"), db::Error);
}

TEST(Migrating, leaves_nothing_of_a_step_that_fails) {
    auto const database = empty_database();
    auto steps = two_steps();
    steps[1].text += "\nINSERT INTO nowhere VALUES (1);";
    EXPECT_EQ(refusal_of([&] { db::migrate(*database, steps, kThen); }), db::Code::programmer);
    EXPECT_EQ(count_in(*database, "lines"), 0);
    EXPECT_EQ(db::migrate(*database, two_steps(), kThen), (std::vector<std::string>{"0002_doors"}));
}

TEST(Migrating, never_touches_a_newer_database) {
    auto const database = empty_database();
    auto const steps = two_steps();
    db::migrate(*database, steps, kThen);
    auto const older = std::vector{steps[0]};
    EXPECT_EQ(refusal_of([&] { db::migrate(*database, older, kThen); }), db::Code::newer);
    EXPECT_EQ(refusal_of([&] { (void)db::pending_migrations(*database, older); }), db::Code::newer);
}

TEST(Migrating, refuses_a_step_that_was_edited_and_one_slipped_in_before) {
    auto const database = empty_database();
    auto steps = two_steps();
    db::migrate(*database, steps, kThen);
    auto slipped = steps;
    slipped.insert(slipped.begin(), db::make_migration("0000_before.sql", "CREATE TABLE x (n INTEGER);"));
    EXPECT_EQ(refusal_of([&] { db::migrate(*database, slipped, kThen); }), db::Code::edited);
    steps[0].text += " ";
    EXPECT_EQ(refusal_of([&] { db::migrate(*database, steps, kThen); }), db::Code::edited);
}

TEST(Migrating, happens_once_when_two_programs_start_together) {
    auto const address = support::fresh_address(support::Fresh::empty);
    std::atomic<std::size_t> taken = 0;
    std::vector<std::jthread> programs;
    for (int i = 0; i < 4; ++i)
        programs.emplace_back([&] {
            db::Database database({.address = address, .readers = 1});
            taken += db::migrate(database, two_steps(), kThen).size();
        });
    programs.clear();
    EXPECT_EQ(taken, 2U);
}

TEST(Migrating, refuses_rows_that_would_refer_to_nothing) {
    auto const database = empty_database();
    auto steps = two_steps();
    steps[1].text += database->engine() == db::Engine::sqlite
                         ? "\nINSERT INTO doors (id, room_id) VALUES (x'01', x'02');"
                         : "\nINSERT INTO doors (id, room_id) VALUES (gen_random_uuid(), gen_random_uuid());";
    EXPECT_EQ(refusal_of([&] { db::migrate(*database, steps, kThen); }), db::Code::foreign_key);
}

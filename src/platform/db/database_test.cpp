#include <atomic>
#include <barrier>
#include <future>
#include <thread>

#include <gtest/gtest.h>

#include "platform/db/connection.hpp"
#include "platform/db/db.hpp"
#include "support/databases.hpp"

namespace database_examples {

using ThingId = base::Id<struct ThingTag>;

enum class Colour { green, blue };
BOOST_DESCRIBE_ENUM(Colour, green, blue)

struct Thing {
    ThingId id;
    std::string name;
    std::optional<std::string> nickname;
    std::int64_t big = 0;
    std::int32_t small = 0;
    bool is_ready = false;
    double weight = 0;
    Colour colour = Colour::green;
    base::Instant made_at;
    base::Day made_on;
    meta::Bytes picture;
};
BOOST_DESCRIBE_STRUCT(Thing, (), (id, name, nickname, big, small, is_ready, weight, colour, made_at, made_on, picture))

struct Counted {
    std::string name;
    std::int64_t many = 0;
};
BOOST_DESCRIBE_STRUCT(Counted, (), (name, many))

// A database of the test's own, with one table the product does not have.
class ADatabase : public testing::Test {
  protected:
    ADatabase() : address(support::fresh_address(support::Fresh::empty)), database({.address = address, .readers = 8}) {
        auto const is_sqlite = database.engine() == db::Engine::sqlite;
        std::string const id = is_sqlite ? "BLOB" : "UUID";
        std::string const bytes = is_sqlite ? "BLOB" : "BYTEA";
        database.connect()->run_script(
            "CREATE TABLE things (id " + id +
            " NOT NULL PRIMARY KEY, name TEXT NOT NULL, nickname TEXT, big BIGINT "
            "NOT NULL, small INTEGER NOT NULL CHECK (small < 1000), is_ready BOOLEAN NOT NULL, weight DOUBLE PRECISION "
            "NOT NULL, colour TEXT NOT NULL, made_at BIGINT NOT NULL, made_on TEXT NOT NULL, picture " +
            bytes + " NOT NULL, owner_id " + id +
            " REFERENCES things (id), CONSTRAINT things_name UNIQUE (name));"
            "CREATE TABLE counters (name TEXT NOT NULL PRIMARY KEY, many BIGINT NOT NULL);"
            "INSERT INTO counters (name, many) VALUES ('seats', 0)");
    }

    static void insert(db::Tx& tx, Thing const& thing) {
        tx.run(
            R"(INSERT INTO things (id, name, nickname, big, small, is_ready, weight, colour, made_at, made_on, picture)
                  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11))",
            thing.id, thing.name, thing.nickname, thing.big, thing.small, thing.is_ready, thing.weight, thing.colour,
            thing.made_at, thing.made_on, thing.picture);
    }
    static std::vector<Thing> things(db::Tx& tx) {
        return tx.all<Thing>(
            R"(SELECT id, name, nickname, big, small, is_ready, weight, colour, made_at, made_on, picture
                                FROM things ORDER BY name)");
    }
    std::int64_t count(std::string_view sql) {
        return database.read([&](db::Tx& tx) { return tx.value<std::int64_t>(sql).value(); });
    }
    Thing a_thing(std::string name) {
        Thing thing;
        thing.id = ThingId::make(*random);
        thing.name = std::move(name);
        return thing;
    }
    template <class F>
    db::Code code_of(F&& f) {
        try {
            database.write(f);
        } catch (db::Error const& error) {
            return error.code();
        }
        return db::Code::other;
    }

    std::string address;
    std::unique_ptr<base::Random> random = base::seeded_random(7);
    db::Database database;
};

}  // namespace database_examples

using namespace database_examples;

TEST_F(ADatabase, gives_back_every_kind_of_value_as_it_was) {
    auto thing = a_thing("Zażółć 🙂");
    thing.nickname = "";
    thing.big = std::numeric_limits<std::int64_t>::min();
    thing.small = -12;
    thing.is_ready = true;
    thing.weight = 0.1;
    thing.colour = Colour::blue;
    thing.made_at = {1795338000123456};
    thing.made_on = *base::make_day(2026, 11, 22);
    thing.picture = {{0, 255, 0, 10}};
    database.write([&](db::Tx& tx) { insert(tx, thing); });
    auto const found = database.read([](db::Tx& tx) { return things(tx); });
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].id, thing.id);
    EXPECT_EQ(found[0].name, thing.name);
    EXPECT_EQ(found[0].nickname, "");
    EXPECT_EQ(found[0].big, thing.big);
    EXPECT_EQ(found[0].small, -12);
    EXPECT_TRUE(found[0].is_ready);
    EXPECT_EQ(found[0].weight, 0.1);
    EXPECT_EQ(found[0].colour, Colour::blue);
    EXPECT_EQ(found[0].made_at, thing.made_at);
    EXPECT_EQ(found[0].made_on, thing.made_on);
    EXPECT_EQ(found[0].picture, thing.picture);
}

TEST_F(ADatabase, takes_the_same_argument_twice_and_out_of_order) {
    auto const sum = database.read([](db::Tx& tx) {
        return tx.value<std::int64_t>("SELECT CAST($2 - $1 + $1 * $1 AS BIGINT) AS sum", 3, std::int64_t{10});
    });
    EXPECT_EQ(sum, 16);
}

TEST_F(ADatabase, knows_the_type_of_an_absent_argument) {
    auto const is_null = database.read([](db::Tx& tx) {
        return tx.value<std::int64_t>("SELECT CAST(CASE WHEN $1 IS NULL THEN 1 ELSE 0 END AS BIGINT) AS absent",
                                      std::optional<std::string>{});
    });
    EXPECT_EQ(is_null, 1);
}

TEST_F(ADatabase, runs_the_same_text_with_arguments_of_other_types) {
    database.read([](db::Tx& tx) {
        auto const* const sql = "SELECT CAST($1 AS TEXT) AS said";
        EXPECT_EQ(tx.value<std::string>(sql, "seven"), "seven");
        EXPECT_EQ(tx.value<std::string>(sql, 7), "7");
        EXPECT_EQ(tx.value<std::string>(sql, "eight"), "eight");
    });
}

TEST_F(ADatabase, counts_the_rows_it_changed_and_returns_what_was_asked) {
    database.write([&](db::Tx& tx) {
        insert(tx, a_thing("a"));
        insert(tx, a_thing("b"));
        EXPECT_EQ(tx.run("UPDATE things SET big = $1", 5), 2);
        EXPECT_EQ(tx.run("UPDATE things SET big = 6 WHERE name = $1", "nobody"), 0);
        EXPECT_EQ(tx.value<std::int64_t>("UPDATE things SET big = big + 1 WHERE name = $1 RETURNING big", "a"), 6);
        auto const counted = tx.one<Counted>(
            R"(INSERT INTO counters (name, many) VALUES ($1, 1)
               ON CONFLICT (name) DO UPDATE SET many = counters.many + 1 RETURNING name, many)",
            "seats");
        ASSERT_TRUE(counted.has_value());
        EXPECT_EQ(counted->many, 1);
        EXPECT_EQ(tx.run("INSERT INTO counters (name, many) VALUES ('seats', 9) ON CONFLICT DO NOTHING"), 0);
        EXPECT_EQ(tx.run("DELETE FROM things"), 2);
        EXPECT_EQ(tx.value<std::int64_t>("SELECT big FROM things"), std::nullopt);
        EXPECT_EQ(tx.value<std::int64_t>("SELECT max(big) AS biggest FROM things"), std::nullopt);
    });
}

TEST_F(ADatabase, keeps_a_value_and_forgets_a_refusal_and_a_throw) {
    auto const refused = database.write([&](db::Tx& tx) -> base::Result<int> {
        insert(tx, a_thing("refused"));
        return base::not_found("thing");
    });
    EXPECT_FALSE(refused.has_value());
    EXPECT_THROW(database.write([&](db::Tx& tx) {
        insert(tx, a_thing("thrown"));
        throw std::runtime_error("a bug");
    }),
                 std::runtime_error);
    EXPECT_EQ(count("SELECT count(*) AS many FROM things"), 0);
    auto const kept = database.write([&](db::Tx& tx) -> base::Result<int> {
        insert(tx, a_thing("kept"));
        return 4;
    });
    EXPECT_EQ(kept.value(), 4);
    EXPECT_EQ(count("SELECT count(*) AS many FROM things"), 1);
}

TEST_F(ADatabase, says_which_promise_a_write_would_break) {
    database.write([&](db::Tx& tx) { insert(tx, a_thing("one")); });
    EXPECT_EQ(code_of([&](db::Tx& tx) { insert(tx, a_thing("one")); }), db::Code::unique);
    EXPECT_EQ(code_of([&](db::Tx& tx) { tx.run("UPDATE things SET small = 1000"); }), db::Code::check);
    EXPECT_EQ(code_of([&](db::Tx& tx) { tx.run("UPDATE things SET name = NULL"); }), db::Code::not_null);
    EXPECT_EQ(code_of([&](db::Tx& tx) { tx.run("UPDATE things SET owner_id = $1", ThingId{}); }),
              db::Code::foreign_key);
    EXPECT_EQ(code_of([&](db::Tx& tx) { tx.run("UPDATE thingies SET small = 1"); }), db::Code::programmer);
}

TEST_F(ADatabase, does_not_quote_rows_in_its_errors) {
    database.write([&](db::Tx& tx) { insert(tx, a_thing("a secret name")); });
    try {
        database.write([&](db::Tx& tx) { insert(tx, a_thing("a secret name")); });
        FAIL();
    } catch (db::Error const& error) {
        EXPECT_EQ(std::string(error.what()).find("secret"), std::string::npos);
        EXPECT_FALSE(error.constraint().empty());
    }
}

TEST_F(ADatabase, tells_a_programmer_what_is_wrong_with_a_statement) {
    EXPECT_EQ(code_of([](db::Tx& tx) { tx.all<Counted>("SELECT name FROM counters"); }), db::Code::programmer);
    EXPECT_EQ(code_of([](db::Tx& tx) { tx.all<Counted>("SELECT name, many, 1 AS odd FROM counters"); }),
              db::Code::programmer);
    EXPECT_EQ(code_of([](db::Tx& tx) { tx.all<Counted>("SELECT many AS name, many FROM counters"); }),
              db::Code::programmer);
    EXPECT_EQ(code_of([](db::Tx& tx) { tx.run("SELECT 1 AS one", 2); }), db::Code::programmer);
    EXPECT_EQ(code_of([](db::Tx& tx) { tx.run("SELECT $1 AS one"); }), db::Code::programmer);
    EXPECT_EQ(code_of([](db::Tx& tx) { tx.run("SELECT 1 AS one; SELECT 2 AS two"); }), db::Code::programmer);
    EXPECT_EQ(code_of([&](db::Tx&) { database.read([](db::Tx&) {}); }), db::Code::programmer);
}

TEST_F(ADatabase, refuses_to_write_in_a_read) {
    EXPECT_THROW(database.read([&](db::Tx& tx) { insert(tx, a_thing("a")); }), db::Error);
    EXPECT_EQ(count("SELECT count(*) AS many FROM things"), 0);
}

TEST_F(ADatabase, reads_one_snapshot_while_others_write) {
    database.read([&](db::Tx& tx) {
        EXPECT_EQ(tx.value<std::int64_t>("SELECT count(*) AS many FROM things"), 0);
        std::thread([&] { database.write([&](db::Tx& other) { insert(other, a_thing("new")); }); }).join();
        EXPECT_EQ(tx.value<std::int64_t>("SELECT count(*) AS many FROM things"), 0);
    });
    EXPECT_EQ(count("SELECT count(*) AS many FROM things"), 1);
}

// Each looks whether a seat is free and then takes it: right only if the looks cannot overlap.
TEST_F(ADatabase, lets_a_rule_count_while_many_write_at_once) {
    constexpr int kSeats = 10;
    std::atomic<int> taken = 0;
    std::atomic<int> given_up = 0;
    std::vector<std::jthread> threads;
    for (int thread = 0; thread < 6; ++thread)
        threads.emplace_back([&] {
            for (int i = 0; i < 10;) {
                try {
                    auto const has_seat = database.write([&](db::Tx& tx) -> base::Result<bool> {
                        auto const many = tx.value<std::int64_t>("SELECT many FROM counters WHERE name = 'seats'");
                        if (*many >= kSeats) return base::conflict("full", "no seat is left");
                        tx.run("UPDATE counters SET many = $1 WHERE name = 'seats'", *many + 1);
                        return true;
                    });
                    taken += has_seat.has_value() ? 1 : 0;
                    ++i;
                } catch (db::Error const& error) {
                    ASSERT_EQ(error.code(), db::Code::serialization);
                    ++given_up;
                }
            }
        });
    threads.clear();
    EXPECT_EQ(taken, kSeats);
    EXPECT_EQ(count("SELECT many FROM counters WHERE name = 'seats'"), kSeats);
}

// Everybody reads all that everybody writes, on two nodes at once: no two could run side by side.
TEST_F(ADatabase, lets_a_crowd_that_collides_all_through) {
    db::Database another_node({.address = address, .readers = 8});
    std::atomic<int> given_up = 0;
    std::vector<std::jthread> threads;
    for (int thread = 0; thread < 24; ++thread)
        threads.emplace_back([&, &node = thread % 2 == 0 ? database : another_node] {
            for (int i = 0; i < 4; ++i) try {
                    node.write([](db::Tx& tx) {
                        auto const many = tx.value<std::int64_t>("SELECT count(*) AS many FROM things");
                        std::this_thread::sleep_for(std::chrono::milliseconds(1));
                        Thing thing;
                        thing.id = tx.make_id<ThingId>();
                        thing.name = std::to_string(*many);
                        insert(tx, thing);
                    });
                } catch (db::Error const&) {
                    ++given_up;
                }
        });
    threads.clear();
    EXPECT_EQ(given_up, 0);
    EXPECT_EQ(count("SELECT count(DISTINCT name) AS many FROM things"), 96);
}

TEST_F(ADatabase, runs_a_write_again_when_the_engine_asks_for_it) {
    int runs = 0;
    database.write([&](db::Tx& tx) {
        if (++runs < 3) throw db::Error(db::Code::serialization, "once more");
        insert(tx, a_thing("a"));
    });
    EXPECT_EQ(runs, 3);
    EXPECT_EQ(count("SELECT count(*) AS many FROM things"), 1);
    EXPECT_EQ(code_of([&](db::Tx&) { throw db::Error(db::Code::serialization, "for ever"); }), db::Code::serialization);
}

TEST_F(ADatabase, tells_listeners_after_the_commit_and_never_after_a_rollback) {
    std::promise<std::string> heard;
    database.listen("people.revoked", [&](std::string const& payload) { heard.set_value(payload); });
    std::ignore = database.write([&](db::Tx& tx) -> base::Result<int> {
        tx.notify("people.revoked", "rolled back");
        return base::not_found("thing");
    });
    db::Database another_node({.address = address, .readers = 2});
    auto& speaker = database.engine() == db::Engine::postgresql ? another_node : database;
    bool was_called = false;
    speaker.write([&](db::Tx& tx) {
        tx.notify("people.revoked", "42");
        tx.after_commit([&] { was_called = true; });
        EXPECT_FALSE(was_called);
    });
    auto hint = heard.get_future();
    ASSERT_EQ(hint.wait_for(std::chrono::seconds(5)), std::future_status::ready);
    EXPECT_EQ(hint.get(), "42");
    EXPECT_TRUE(was_called);
}

TEST_F(ADatabase, forgets_old_statements_when_there_are_too_many) {
    database.read([](db::Tx& tx) {
        for (std::int64_t i = 0; i < 1200; ++i)
            EXPECT_EQ(tx.value<std::int64_t>("SELECT CAST(" + std::to_string(i) + " AS BIGINT) AS one"), i);
    });
}

TEST_F(ADatabase, refuses_an_address_where_nothing_answers) {
    EXPECT_THROW(db::Database({.address = "/nowhere/at/all.sqlite"}), db::Error);
    EXPECT_THROW(db::Database({.address = "host=/nowhere dbname=nothing"}), db::Error);
}

TEST_F(ADatabase, works_without_prepared_statements_too) {
    db::Database pooled({.address = address, .readers = 2, .prepares = false});
    pooled.write([&](db::Tx& tx) { insert(tx, a_thing("a")); });
    EXPECT_EQ(pooled.read([](db::Tx& tx) { return things(tx); }).size(), 1U);
    EXPECT_EQ(count("SELECT count(*) AS many FROM things"), 1);
}

TEST_F(ADatabase, waits_its_turn_for_the_writer_of_another_process) {
    db::Database command_line({.address = address, .readers = 1});
    std::barrier both(2);
    std::jthread other([&] {
        command_line.write([&](db::Tx& tx) {
            insert(tx, a_thing("theirs"));
            both.arrive_and_wait();
            std::this_thread::sleep_for(std::chrono::milliseconds(100));
        });
    });
    both.arrive_and_wait();
    database.write([&](db::Tx& tx) { insert(tx, a_thing("ours")); });
    other.join();
    EXPECT_EQ(count("SELECT count(*) AS many FROM things"), 2);
}

#include <algorithm>
#include <array>
#include <csignal>
#include <cstdint>
#include <thread>

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include "platform/db/connection.hpp"
#include "platform/db/integrity.hpp"
#include "support/databases.hpp"

namespace crash_examples {

// Writes pairs of rows for ever, and says each number only after its commit has been acknowledged.
[[noreturn]] void write_until_killed(std::string const& address, std::int64_t first, int acknowledged) {
    db::Database database({.address = address, .readers = 1});
    for (auto number = first;; ++number) {
        database.write([&](db::Tx& tx) {
            tx.run("INSERT INTO debits (number, words) VALUES ($1, $2)", number, std::string(700, 'd'));
            tx.run("INSERT INTO credits (number, words) VALUES ($1, $2)", number, std::string(700, 'c'));
        });
        if (write(acknowledged, &number, sizeof number) != sizeof number) _exit(1);
    }
}

// The last number acknowledged before the writer was killed.
std::int64_t kill_in_the_middle(std::string const& address, std::int64_t first, std::chrono::milliseconds after) {
    std::array<int, 2> ends{};
    EXPECT_EQ(pipe(ends.data()), 0);
    auto const writer = fork();
    if (writer == 0) {
        close(ends[0]);
        write_until_killed(address, first, ends[1]);
    }
    close(ends[1]);
    std::this_thread::sleep_for(after);
    kill(writer, SIGKILL);
    waitpid(writer, nullptr, 0);
    // A PostgreSQL server may still be finishing the commit it was sent.
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
    auto last = first - 1;
    for (std::int64_t number = 0; read(ends[0], &number, sizeof number) == sizeof number;) last = number;
    close(ends[0]);
    return last;
}

}  // namespace crash_examples

using namespace crash_examples;

TEST(ACrash, loses_nothing_that_was_acknowledged_and_leaves_nothing_half_done) {
    auto const address = support::fresh_address(support::Fresh::empty);
    {
        db::Database database({.address = address, .readers = 1});
        database.connect()->run_script(
            "CREATE TABLE debits (number BIGINT NOT NULL PRIMARY KEY, words TEXT NOT NULL);"
            "CREATE TABLE credits (number BIGINT NOT NULL PRIMARY KEY, words TEXT NOT NULL)");
    }
    auto const random = base::seeded_random(11);
    std::int64_t next = 1;
    for (int round = 0; round < 12; ++round) {
        auto const acknowledged = kill_in_the_middle(address, next, std::chrono::milliseconds(20 + random->below(120)));
        db::Database database({.address = address, .readers = 1});
        auto const count = [&](std::string const& sql) {
            return database.read([&](db::Tx& tx) { return tx.value<std::int64_t>(sql).value(); });
        };
        auto const kept = count("SELECT count(*) AS kept FROM debits");
        EXPECT_GE(kept, acknowledged) << "round " << round;
        EXPECT_LE(kept, acknowledged + 1) << "only the one under way may have been finished";
        EXPECT_EQ(kept, count("SELECT count(*) AS kept FROM credits JOIN debits ON debits.number = credits.number"));
        if (database.engine() == db::Engine::sqlite) {
            EXPECT_EQ(db::check_integrity(database), std::vector<std::string>{});
        }
        next = kept + 1;
    }
    EXPECT_GT(next, 12) << "it was killed before it wrote";
}

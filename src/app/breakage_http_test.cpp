// The database goes away, or its disk is full, while a real server serves: what each request is answered meanwhile, and
// what stands when it is over.

#include <filesystem>
#include <thread>

#include <gtest/gtest.h>

#include "platform/crypto/secret.hpp"
#include "platform/db/migration.hpp"
#include "platform/http/server.hpp"
#include "support/databases.hpp"
#include "support/door.hpp"
#include "support/plain_client.hpp"
#include "support/postgresql_cluster.hpp"

namespace breakages {

namespace fs = std::filesystem;

// A door with a server before it, over a database of its own.
class Served {
  public:
    explicit Served(std::string const& address)
        : database({.address = address, .readers = 2, .busy_timeout = std::chrono::milliseconds(1000)}),
          door(database),
          cast(support::make_cast(database)),
          server({.port = 0, .loops = 1, .workers = 2}, door.house().router()) {
        server.start().value();
    }

    support::PlainAnswer ask(http::Method method, std::string const& target, std::string const& body = "") const {
        return support::ask(server.port(), method, target, body,
                            {{"Origin", "https://obverse.test"}, {"X-Test-Person", cast.amir.text()}});
    }
    support::PlainAnswer add(std::string const& name) const {
        return ask(http::Method::post, "/api/people", R"({"name":")" + name + "\"}");
    }
    std::int64_t count(std::string_view what) {
        return database.read(
            [&](db::Tx& tx) { return tx.value<std::int64_t>("SELECT COUNT(*) FROM " + std::string(what)).value(); });
    }

    db::Database database;
    support::Door door;
    support::Cast cast;
    http::Server server;
};

std::string code_in(support::PlainAnswer const& answer) {
    auto const begin = answer.body.find("\"code\":\"");
    return begin == std::string::npos ? ""
                                      : answer.body.substr(begin + 8, answer.body.find('"', begin + 8) - begin - 8);
}

}  // namespace breakages

using namespace breakages;

TEST(AFullDisk, is_said_and_leaves_nothing_half_written) {
    Served served(support::fresh_sqlite_address());
    auto const limit_pages = [&](std::string const& most) {
        return served.database.write(
            [&](db::Tx& tx) { return tx.value<std::int64_t>("PRAGMA max_page_count = " + most).value(); });
    };
    auto const pages =
        served.database.read([](db::Tx& tx) { return tx.value<std::int64_t>("PRAGMA page_count").value(); });
    limit_pages(std::to_string(pages + 3));

    std::int64_t added = 0;
    support::PlainAnswer answer;
    auto const people_before = served.count("people");
    auto const events_before = served.count("events");
    for (int number = 0; number < 2000; ++number) {
        answer = served.add("Somebody " + std::to_string(number) + std::string(150, 'x'));
        if (answer.status != 201) break;
        ++added;
    }
    EXPECT_EQ(answer.status, 507) << answer.body;
    EXPECT_EQ(code_in(answer), "storage_full");
    EXPECT_EQ(served.count("people"), people_before + added) << "the refused one left nobody";
    EXPECT_EQ(served.count("events"), events_before + added) << "and no event";
    EXPECT_EQ(served.ask(http::Method::get, "/api/people").status, 200) << "reading goes on";

    limit_pages("1000000");
    EXPECT_EQ(served.add("Once there is room").status, 201);
}

TEST(ADatabaseServer, that_restarts_is_waited_for_and_found_again) {
    if (support::engine_under_test() != db::Engine::postgresql) return;
    auto const folder = fs::path("/dev/shm") / ("obverse-restart-" + crypto::random_secret());
    {
        support::PostgresqlCluster cluster(folder);
        auto const address = "host=" + cluster.socket_folder() + " user=postgres dbname=postgres";
        {
            db::Database database({.address = address, .readers = 1});
            db::migrate(database, db::read_migrations(fs::path(OBVERSE_SOURCE_DIR) / "db" / "migrations"), {});
        }
        Served served(address);
        ASSERT_EQ(served.add("Before").status, 201);

        cluster.stop();
        for (auto const& answer : {served.ask(http::Method::get, "/api/people"), served.add("Meanwhile")}) {
            EXPECT_EQ(answer.status, 503) << answer.body;
            EXPECT_EQ(code_in(answer), "database_away") << answer.body;
            EXPECT_NE(answer.head.find("Retry-After: "), std::string::npos);
        }
        EXPECT_FALSE(served.database.is_reachable());

        cluster.start();
        support::PlainAnswer again;
        for (int tries = 0; tries < 100 && again.status != 201; ++tries) {
            again = served.add("Afterwards " + std::to_string(tries));
            if (again.status != 201) std::this_thread::sleep_for(std::chrono::milliseconds(100));
        }
        EXPECT_EQ(again.status, 201) << again.body;
        EXPECT_EQ(served.count("people WHERE name = 'Before'"), 1);
        EXPECT_EQ(served.count("people WHERE name = 'Meanwhile'"), 0);
    }
    fs::remove_all(folder);
}

#include "support/databases.hpp"

#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <filesystem>
#include <mutex>
#include <optional>
#include <stdexcept>

#include <gtest/gtest.h>
#include <unistd.h>

#include "platform/db/migration.hpp"
#include "support/postgresql_cluster.hpp"

namespace support {

namespace {

namespace fs = std::filesystem;

std::string variable(char const* name) {
    auto const* value = std::getenv(name);
    return value == nullptr ? "" : value;
}

fs::path memory_folder() {
    return fs::is_directory("/dev/shm") ? fs::path("/dev/shm") : fs::temp_directory_path();
}

// All that one test program leaves behind, gone with it.
class Ground {
  public:
    Ground() : folder_(make_folder()) {
        if (engine_under_test() == db::Engine::postgresql) {
            auto socket = variable("OBVERSE_TEST_POSTGRESQL");
            if (socket.empty()) {
                cluster_ = std::make_unique<PostgresqlCluster>(folder_ / "postgresql");
                socket = cluster_->socket_folder();
            }
            server_ = "host=" + socket + " user=postgres dbname=";
        }
        template_ = make_empty("template");
        migrate(template_);
    }
    Ground(Ground const&) = delete;
    Ground& operator=(Ground const&) = delete;
    ~Ground() {
        for (auto const& name : made_) run_on_server("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
        cluster_.reset();
        std::error_code ignored;
        fs::remove_all(folder_, ignored);
    }

    std::string make_sqlite() {
        auto const address = (folder_ / ("compared" + std::to_string(++count_))).string();
        migrate(address);
        return address;
    }

    std::string make(Fresh fresh) {
        auto const name = "fresh" + std::to_string(++count_);
        if (fresh == Fresh::empty) return make_empty(name);
        if (server_.empty()) {
            fs::copy_file(template_, folder_ / name);
            return (folder_ / name).string();
        }
        return make_on_server(name, " TEMPLATE " + database_name("template"));
    }

    void forget(std::string const& address) {
        if (server_.empty()) {
            for (auto const* rest : {"", "-wal", "-shm"}) fs::remove(address + rest);
            return;
        }
        auto const name = address.substr(server_.size());
        run_on_server("DROP DATABASE " + name + " WITH (FORCE)");
        std::erase(made_, name);
    }

  private:
    static void migrate(std::string const& address) {
        db::Database database({.address = address, .readers = 1});
        auto const migrations = db::read_migrations(fs::path(OBVERSE_SOURCE_DIR) / "db" / "migrations");
        db::migrate(database, migrations, base::Instant{});
    }
    static fs::path make_folder() {
        auto pattern = (memory_folder() / "obverse-test-XXXXXX").string();
        if (mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("no folder for the test databases");
        return pattern;
    }
    static std::string database_name(std::string const& what) {
        return "obverse_" + std::to_string(getpid()) + "_" + what;
    }
    std::string make_empty(std::string const& what) {
        return server_.empty() ? (folder_ / what).string() : make_on_server(what, "");
    }
    std::string make_on_server(std::string const& what, std::string const& how) {
        auto const name = database_name(what);
        run_on_server("CREATE DATABASE " + name + how);
        made_.push_back(name);
        return server_ + name;
    }
    void run_on_server(std::string const& sql) const { run_postgresql(server_ + "postgres", sql); }

    fs::path folder_;
    std::unique_ptr<PostgresqlCluster> cluster_;
    std::string server_;  // "" for SQLite
    std::string template_;
    std::vector<std::string> made_;
    std::atomic<int> count_ = 0;
};

// Begins anew with every test, from a seed that is the test's name: what a test records does not depend on which
// others ran before it.
class SeededPerTest final : public base::Random {
  public:
    static std::shared_ptr<SeededPerTest> make() {
        auto made = std::make_shared<SeededPerTest>();
        if (auto const* test = testing::UnitTest::GetInstance()->current_test_info()) made->begin(*test);
        testing::UnitTest::GetInstance()->listeners().Append(new AtEachTest(made));  // owned by GoogleTest
        return made;
    }
    void fill(std::span<std::uint8_t> bytes) override {
        std::scoped_lock const held(mutex_);
        if (ascending_ && bytes.size() == ascending_->size())
            next_in_order(bytes);
        else
            random_->fill(bytes);
    }
    void ascend() {
        std::scoped_lock const held(mutex_);
        random_->fill(ascending_.emplace());
        std::fill(ascending_->begin() + kCounterAt, ascending_->end(), std::uint8_t{0});
    }
    void ascend_no_longer() {
        std::scoped_lock const held(mutex_);
        ascending_.reset();
    }

  private:
    // Behind the octets that hold an id's version.
    static constexpr std::ptrdiff_t kCounterAt = 9;

    void next_in_order(std::span<std::uint8_t> bytes) {
        for (auto octet = ascending_->rbegin(); ++*octet == 0;) ++octet;
        std::ranges::copy(*ascending_, bytes.begin());
    }

    struct AtEachTest final : testing::EmptyTestEventListener {
        explicit AtEachTest(std::shared_ptr<SeededPerTest> given) : random(std::move(given)) {}
        void OnTestStart(testing::TestInfo const& test) override { random->begin(test); }
        std::shared_ptr<SeededPerTest> random;
    };

    void begin(testing::TestInfo const& test) {
        std::uint64_t seed = 14695981039346656037ULL;  // FNV-1a
        for (auto const c : std::string(test.test_suite_name()) + "." + test.name())
            seed = (seed ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
        std::scoped_lock const held(mutex_);
        random_ = base::seeded_random(seed);
    }

    std::mutex mutex_;
    std::unique_ptr<base::Random> random_ = base::seeded_random(1);
    std::optional<base::IdBytes> ascending_;
};

std::shared_ptr<SeededPerTest> const& chance() {
    static auto const the_chance = SeededPerTest::make();
    return the_chance;
}

Ground& ground() {
    static Ground the_ground;
    return the_ground;
}

}  // namespace

db::Engine engine_under_test() {
    auto const name = variable("OBVERSE_TEST_DATABASE");
    if (name.empty() || name == "sqlite") return db::Engine::sqlite;
    if (name == "postgresql") return db::Engine::postgresql;
    throw std::runtime_error("OBVERSE_TEST_DATABASE is sqlite or postgresql, not " + name);
}

std::string fresh_address(Fresh fresh) {
    return ground().make(fresh);
}

std::string fresh_sqlite_address() {
    return ground().make_sqlite();
}

OwnDatabase::OwnDatabase()
    : address_(fresh_address(Fresh::migrated)),
      database_(std::make_unique<db::Database>(db::Options{.address = address_, .readers = 2, .random = chance()})) {}
OwnDatabase::~OwnDatabase() {
    database_.reset();
    ground().forget(address_);
}

db::Database& database() {
    ground();  // made first, so that it outlives the database
    static db::Database the_database({.address = fresh_address(Fresh::migrated), .readers = 8, .random = chance()});
    return the_database;
}

AscendingIds::AscendingIds() {
    chance()->ascend();
}
AscendingIds::~AscendingIds() {
    chance()->ascend_no_longer();
}

}  // namespace support

#include "platform/db/database.hpp"

#include <atomic>
#include <map>
#include <mutex>
#include <thread>

#include "platform/db/connection.hpp"
#include "platform/db/listener.hpp"
#include "platform/db/pool.hpp"

namespace db {

namespace {

constexpr int kMostAttempts = 3;
constexpr int kMostCollisions = 16;

int most_attempts(Error const& error, Engine engine) {
    switch (error.code()) {
        case Code::busy:
        case Code::gone:
            return kMostAttempts;
        case Code::serialization:
            return kMostCollisions;
        // Under SERIALIZABLE a duplicate can be a neighbour's, written after this snapshot: the rule then says so.
        case Code::unique:
            return engine == Engine::postgresql ? kMostAttempts : 1;
        default:
            return 1;
    }
}

// Apart from each other, or two nodes that met will meet again.
void wait_before(int attempt) {
    auto const spread = std::chrono::steady_clock::now().time_since_epoch().count() / 1000 % (5 * attempt);
    std::this_thread::sleep_for(std::chrono::milliseconds(attempt + spread));
}

thread_local bool has_transaction = false;

class OnlyOne {
  public:
    OnlyOne() {
        if (has_transaction) throw Error(Code::programmer, "a transaction was opened inside a transaction");
        has_transaction = true;
    }
    OnlyOne(OnlyOne const&) = delete;
    OnlyOne& operator=(OnlyOne const&) = delete;
    ~OnlyOne() { has_transaction = false; }
};

// Rolls back unless it was committed, whatever leaves the scope.
class Bracket {
  public:
    Bracket(Connection& connection, Tx::Kind kind) : connection_(connection) { connection.begin(kind); }
    Bracket(Bracket const&) = delete;
    Bracket& operator=(Bracket const&) = delete;
    ~Bracket() {
        if (!is_committed_) connection_.rollback();
    }
    void commit() {
        connection_.commit();
        is_committed_ = true;
    }

  private:
    Connection& connection_;
    bool is_committed_ = false;
};

}  // namespace

bool is_postgresql(std::string_view address) {
    return address.starts_with("postgresql://") || address.starts_with("postgres://") ||
           address.find("host=") != std::string_view::npos || address.find("dbname=") != std::string_view::npos;
}

class Database::Pools {
  public:
    explicit Pools(Options given)
        : options(std::move(given)),
          engine(is_postgresql(options.address) ? Engine::postgresql : Engine::sqlite),
          readers(options.readers, options.busy_timeout, [this] { return open(Access::read_only); }),
          writers(options.readers, options.busy_timeout, [this] { return open(Access::write); }) {
        if (engine == Engine::sqlite) writer = open(Access::write);
        readers.take();
    }

    std::unique_ptr<Connection> open(Access access) const {
        return engine == Engine::sqlite ? open_sqlite(options, access) : open_postgresql(options, access);
    }

    void forget_idle() {
        readers.forget_idle();
        writers.forget_idle();
    }

    void tell(std::string const& channel, std::string const& payload) {
        std::vector<std::function<void(std::string const&)>> told;
        {
            std::scoped_lock const held(mutex);
            for (auto [at, end] = listeners.equal_range(channel); at != end; ++at) told.push_back(at->second);
        }
        for (auto const& heard : told) heard(payload);
    }

    Options options;
    Engine engine;
    FairLock writing;
    std::unique_ptr<Connection> writer;  // SQLite's only one
    Pool readers;
    Pool writers;  // PostgreSQL's
    std::atomic<bool> is_trusted = true;
    std::mutex mutex;
    std::multimap<std::string, std::function<void(std::string const&)>> listeners;
    std::unique_ptr<Listener> ear;  // last: it is silenced before the listeners go
};

Database::Database(Options options) : pools_(std::make_unique<Pools>(std::move(options))) {}
Database::~Database() = default;

Engine Database::engine() const {
    return pools_->engine;
}
Options const& Database::options() const {
    return pools_->options;
}
bool Database::is_trusted() const {
    return pools_->is_trusted;
}

bool Database::is_reachable() {
    try {
        return read([](Tx& tx) { return tx.value<std::int64_t>("SELECT CAST(1 AS BIGINT) AS one") == 1; });
    } catch (Error const&) {
        return false;
    }
}

void Database::let_go_of_deleted(std::initializer_list<std::string_view> tables) {
    auto const connection = connect();
    if (engine() == Engine::sqlite) {
        std::scoped_lock const held(pools_->writing);
        connection->run_script("VACUUM");
        connection->run_script("PRAGMA wal_checkpoint(TRUNCATE)");
        return;
    }
    for (auto const table : tables) connection->run_script("VACUUM FULL " + std::string(table));
}

std::unique_ptr<Connection> Database::connect() {
    return pools_->open(Access::write);
}

void Database::listen(std::string const& channel, std::function<void(std::string const&)> heard) {
    std::scoped_lock const starting(pools_->writing);
    {
        std::scoped_lock const held(pools_->mutex);
        pools_->listeners.emplace(channel, std::move(heard));
    }
    if (engine() != Engine::postgresql) return;
    if (!pools_->ear)
        pools_->ear = std::make_unique<Listener>(
            options().address,
            [pools = pools_.get()](std::string const& at, std::string const& payload) { pools->tell(at, payload); });
    pools_->ear->add(channel);
}

// What a commit has promised to say and do.
struct Database::Aftermath {
    std::vector<Tx::Notice> notices;
    std::vector<std::function<void()>> calls;
};

void Database::transact(Tx::Kind kind, Work const& work) {
    auto const aftermath = attempt_again(kind, work);
    // PostgreSQL's notices come back through the listener, like those of other nodes.
    if (engine() == Engine::sqlite)
        for (auto const& notice : aftermath.notices) pools_->tell(notice.channel, notice.payload);
    for (auto const& call : aftermath.calls) call();
}

Database::Aftermath Database::attempt_again(Tx::Kind kind, Work const& work) {
    // SQLite's writers queue in attempt(). On PostgreSQL all write at once, until two collide: who runs again does so
    // alone in this process, and newcomers wait here meanwhile, or a crowd would collide until all give up.
    bool const may_collide = kind == Tx::Kind::write && engine() == Engine::postgresql;
    std::unique_lock turn(pools_->writing, std::defer_lock);
    if (may_collide) std::scoped_lock const behind_whoever_runs_again(pools_->writing);
    for (int number = 1;; ++number) {
        try {
            return attempt(kind, work);
        } catch (Error const& error) {
            if (error.code() == Code::io && kind == Tx::Kind::write && engine() == Engine::sqlite)
                pools_->is_trusted = false;
            if (error.code() == Code::gone) pools_->forget_idle();
            if (number >= most_attempts(error, engine())) throw;
        }
        if (may_collide && !turn.owns_lock()) turn.lock();
        wait_before(number);
    }
}

Database::Aftermath Database::attempt(Tx::Kind kind, Work const& work) {
    OnlyOne const only_one;
    Aftermath aftermath;
    auto const run_on = [&](Connection& connection) {
        Bracket bracket(connection, kind);
        Tx tx(connection, kind, *options().random);
        if (!work(tx)) return;
        for (auto const& notice : tx.notices_) connection.send_notice(notice.channel, notice.payload);
        bracket.commit();
        aftermath = {std::move(tx.notices_), std::move(tx.after_commit_)};
    };
    if (kind == Tx::Kind::write && engine() == Engine::sqlite) {
        std::scoped_lock const held(pools_->writing);
        if (!is_trusted()) throw Error(Code::io, "the database file failed while committing; restart Obverse");
        run_on(*pools_->writer);
    } else {
        auto const lease = (kind == Tx::Kind::write ? pools_->writers : pools_->readers).take();
        run_on(*lease);
    }
    return aftermath;
}

}  // namespace db

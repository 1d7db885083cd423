#pragma once
// The door of the database: who opens a transaction, opens it here. Writes are SERIALIZABLE on PostgreSQL and
// BEGIN IMMEDIATE on SQLite's one writer behind a fair lock; reads see one snapshot. Nothing nests: a write inside
// a transaction of the same thread is a programmer error.

#include <chrono>
#include <functional>
#include <initializer_list>
#include <memory>
#include <optional>
#include <string>
#include <type_traits>

#include "base/random.hpp"
#include "base/result.hpp"
#include "platform/db/tx.hpp"

namespace db {

struct Options {
    // "postgresql://..." (or "postgres://...", "host=... dbname=..."), else the path of a SQLite file.
    std::string address;
    int readers = 8;  // connections that read at once; on PostgreSQL as many more write
    std::chrono::milliseconds busy_timeout{5000};
    // Off behind a proxy that pools by transaction: prepared names would meet another connection.
    bool prepares = true;
    // Where ids come from; the system's generator when none is given. Shared by all threads.
    std::shared_ptr<base::Random> random = base::system_random();
    // For tests on SQLite: a statement that reads another (table, column) is refused where it is prepared. On
    // PostgreSQL the address names a role that was granted no other.
    std::function<bool(std::string_view table, std::string_view column)> may_read = {};
};

// Does the address name a PostgreSQL, and not a SQLite file?
bool is_postgresql(std::string_view address);

class Database {
  public:
    // Opens at least one connection, so that a wrong address is an Error{gone} here. Migrates nothing.
    explicit Database(Options options);
    ~Database();
    Database(Database const&) = delete;
    Database& operator=(Database const&) = delete;

    // Commits when `f` returns a value, rolls back when it returns a refusal or throws. Runs `f` again when the engine
    // asks for it: at most three times in all, or sixteen where writers of PostgreSQL collide, and then one after
    // the other. `f` must therefore do nothing but database work.
    template <class F>
    auto write(F&& f) {
        return in_transaction(Tx::Kind::write, f);
    }
    template <class F>
    auto read(F&& f) {
        return in_transaction(Tx::Kind::read, f);
    }

    // Called for every committed Tx::notify on this channel, of this node and of the others, on a thread that has no
    // transaction; must be quick. A listener that was cut off comes back by itself; hints said meanwhile are lost,
    // which is why nothing may rest on them. Listeners stay until the database closes.
    void listen(std::string const& channel, std::function<void(std::string const& payload)> heard);

    [[nodiscard]] Engine engine() const;
    [[nodiscard]] Options const& options() const;
    // False after an I/O error at a commit: from then on every write is an Error{io}, until the process restarts.
    [[nodiscard]] bool is_trusted() const;
    // A statement answers.
    [[nodiscard]] bool is_reachable();

    // Rewrites the files so that nothing which was deleted from these tables is found in them any more (SQLite: the
    // whole file, and the log). Takes as long as a copy, and nobody writes meanwhile.
    void let_go_of_deleted(std::initializer_list<std::string_view> tables);

    // A connection outside the pools, outside any transaction: for migrations and doctor.
    std::unique_ptr<Connection> connect();

  private:
    // True: commit.
    using Work = std::function<bool(Tx&)>;
    void transact(Tx::Kind kind, Work const& work);
    struct Aftermath;
    Aftermath attempt(Tx::Kind kind, Work const& work);
    Aftermath attempt_again(Tx::Kind kind, Work const& work);

    template <class F>
    auto in_transaction(Tx::Kind kind, F& f) {
        using R = std::invoke_result_t<F&, Tx&>;
        if constexpr (std::is_void_v<R>) {
            transact(kind, [&](Tx& tx) {
                f(tx);
                return true;
            });
        } else {
            std::optional<R> result;
            transact(kind, [&](Tx& tx) {
                result.emplace(f(tx));
                return is_value(*result);
            });
            return std::move(*result);
        }
    }
    template <class T>
    static bool is_value(base::Result<T> const& result) {
        return result.has_value();
    }
    template <class T>
    static bool is_value(T const& /*any other value*/) {
        return true;
    }

    class Pools;
    std::unique_ptr<Pools> pools_;
};

}  // namespace db

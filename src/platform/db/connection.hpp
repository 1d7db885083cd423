#pragma once
// One connection of one engine, used by one thread at a time. Outside platform/db only migrations and `doctor`
// hold one; everybody else is handed a Tx.

#include <memory>
#include <span>
#include <string_view>

#include "platform/db/database.hpp"
#include "platform/db/row.hpp"

namespace db {

class Connection {
  public:
    Connection() = default;
    Connection(Connection const&) = delete;
    Connection& operator=(Connection const&) = delete;
    virtual ~Connection() = default;

    [[nodiscard]] virtual Engine engine() const = 0;
    virtual void begin(Tx::Kind kind) = 0;
    virtual void commit() = 0;
    virtual void rollback() noexcept = 0;
    // The number of rows changed. Rows go to the taker; without one they are dropped.
    virtual std::int64_t execute(std::string_view sql, std::span<Value const> values, RowTaker const* taker) = 0;
    // Several statements without arguments.
    virtual void run_script(std::string_view sql) = 0;
    virtual void send_notice(std::string_view channel, std::string_view payload) = 0;
    // False once the engine has hung up.
    [[nodiscard]] virtual bool is_alive() const = 0;
};

enum class Access { write, read_only };

std::unique_ptr<Connection> open_sqlite(Options const& options, Access access);
std::unique_ptr<Connection> open_postgresql(Options const& options, Access access);

}  // namespace db

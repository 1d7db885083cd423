#include <algorithm>
#include <cctype>
#include <charconv>
#include <chrono>
#include <filesystem>
#include <string>
#include <thread>
#include <vector>

#include <sqlite3.h>

#include "platform/db/connection.hpp"
#include "platform/db/statements.hpp"

namespace db {

namespace {

Code sqlite_code(int extended) {
    switch (extended) {
        case SQLITE_CONSTRAINT_UNIQUE:
        case SQLITE_CONSTRAINT_PRIMARYKEY:
        case SQLITE_CONSTRAINT_ROWID:
            return Code::unique;
        case SQLITE_CONSTRAINT_FOREIGNKEY:
            return Code::foreign_key;
        case SQLITE_CONSTRAINT_CHECK:
            return Code::check;
        case SQLITE_CONSTRAINT_NOTNULL:
            return Code::not_null;
        default:
            break;
    }
    switch (extended & 0xFF) {
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            return Code::busy;
        case SQLITE_FULL:
            return Code::full;
        case SQLITE_IOERR:
        case SQLITE_CORRUPT:
        case SQLITE_NOTADB:
            return Code::io;
        case SQLITE_CANTOPEN:
            return Code::gone;
        case SQLITE_ERROR:
        case SQLITE_RANGE:
        case SQLITE_MISUSE:
            return Code::programmer;
        default:
            return Code::other;
    }
}

// "UNIQUE constraint failed: people.organisation_id, people.email" -> what stands behind the colon.
std::string constraint_in(std::string const& words) {
    auto const colon = words.find("constraint failed: ");
    return colon == std::string::npos ? std::string{} : words.substr(colon + 19);
}

CellKind kind_of_declared(char const* declared) {
    if (declared == nullptr) return CellKind::unknown;
    std::string word(declared);
    std::ranges::transform(word, word.begin(), [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
    auto const has = [&](char const* part) { return word.find(part) != std::string::npos; };
    if (has("BOOL")) return CellKind::boolean;
    if (has("INT")) return CellKind::integer;
    if (has("TEXT") || has("CHAR")) return CellKind::text;
    if (has("BLOB")) return CellKind::bytes;
    if (has("REAL") || has("DOUBLE") || has("FLOAT")) return CellKind::real;
    return CellKind::unknown;
}

struct SqliteStatement {
    sqlite3_stmt* handle = nullptr;
    std::vector<std::size_t> argument_of;  // of each parameter SQLite counts; the same $n is one parameter
    std::size_t arguments = 0;
    std::vector<Column> columns;
    std::vector<std::unique_ptr<RowPlan>> plans;

    SqliteStatement() = default;
    SqliteStatement(SqliteStatement const&) = delete;
    SqliteStatement& operator=(SqliteStatement const&) = delete;
    ~SqliteStatement() { sqlite3_finalize(handle); }
};

// Left open, a statement keeps its snapshot.
class SqliteReset {
  public:
    explicit SqliteReset(sqlite3_stmt* handle) : handle_(handle) {}
    SqliteReset(SqliteReset const&) = delete;
    SqliteReset& operator=(SqliteReset const&) = delete;
    ~SqliteReset() {
        sqlite3_reset(handle_);
        sqlite3_clear_bindings(handle_);
    }

  private:
    sqlite3_stmt* handle_;
};

class SqliteCursor final : public Cursor {
  public:
    explicit SqliteCursor(sqlite3_stmt* handle) : handle_(handle) {}

    [[nodiscard]] Cell cell(std::size_t column) const override {
        auto const i = static_cast<int>(column);
        switch (sqlite3_column_type(handle_, i)) {
            case SQLITE_INTEGER:
                return {.kind = CellKind::integer, .integer = sqlite3_column_int64(handle_, i)};
            case SQLITE_FLOAT:
                return {.kind = CellKind::real, .real = sqlite3_column_double(handle_, i)};
            case SQLITE_TEXT: {
                auto const* text = static_cast<char const*>(static_cast<void const*>(sqlite3_column_text(handle_, i)));
                return {.kind = CellKind::text, .text = {text, length(i)}};
            }
            case SQLITE_BLOB: {
                auto const* bytes = static_cast<std::uint8_t const*>(sqlite3_column_blob(handle_, i));
                return {.kind = CellKind::bytes, .bytes = {bytes, length(i)}};
            }
            default:
                return {};
        }
    }

  private:
    [[nodiscard]] std::size_t length(int i) const { return static_cast<std::size_t>(sqlite3_column_bytes(handle_, i)); }
    sqlite3_stmt* handle_;
};

// SQLite counts the memory it takes under one lock for the whole process; nobody reads the count. Too late once SQLite
// is at work, which is no harm.
void forgo_memory_statistics() {
    static bool const told = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0) == SQLITE_OK;
    static_cast<void>(told);
}

class SqliteConnection final : public Connection {
  public:
    SqliteConnection(Options const& options, Access access) {
        forgo_memory_statistics();
        auto const flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
        sqlite3* opened = nullptr;
        auto const result = sqlite3_open_v2(options.address.c_str(), &opened, flags, nullptr);
        handle_.reset(opened);
        if (result != SQLITE_OK)
            throw Error(Code::gone, std::string("cannot open the database file: ") + sqlite3_errstr(result));
        sqlite3_busy_timeout(handle_.get(), static_cast<int>(options.busy_timeout.count()));
        turn_to_wal(options.busy_timeout);
        // FULL, because with NORMAL a power failure loses writes that were already acknowledged.
        run_script(
            "PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;"
            "PRAGMA journal_size_limit = 67108864; PRAGMA trusted_schema = OFF; PRAGMA temp_store = MEMORY");
        if (access == Access::read_only) run_script("PRAGMA query_only = ON");
        if (!options.may_read) return;
        may_read_ = options.may_read;
        sqlite3_set_authorizer(handle_.get(), authorise, &may_read_);
    }

    [[nodiscard]] Engine engine() const override { return Engine::sqlite; }
    void begin(Tx::Kind kind) override { execute(kind == Tx::Kind::write ? "BEGIN IMMEDIATE" : "BEGIN", {}, nullptr); }
    void commit() override { execute("COMMIT", {}, nullptr); }
    void rollback() noexcept override {
        // Some errors have rolled back already; saying it twice is harmless.
        if (sqlite3_get_autocommit(handle_.get()) == 0)
            sqlite3_exec(handle_.get(), "ROLLBACK", nullptr, nullptr, nullptr);
    }

    std::int64_t execute(std::string_view sql, std::span<Value const> values, RowTaker const* taker) override {
        auto& statement = prepared(sql);
        if (statement.arguments != values.size())
            throw Error(Code::programmer, "wrong number of arguments for: " + std::string(sql));
        auto const* plan =
            taker == nullptr ? nullptr : &plan_for(statement.plans, *taker->type, statement.columns, sql);
        SqliteReset const reset(statement.handle);
        bind(statement, values);
        SqliteCursor const cursor(statement.handle);
        for (;;) {
            auto const result = sqlite3_step(statement.handle);
            if (result == SQLITE_DONE) break;
            if (result != SQLITE_ROW) fail(result);
            if (plan != nullptr) plan->fill(taker->next(taker->context), cursor);
        }
        return sqlite3_stmt_readonly(statement.handle) != 0 ? 0 : sqlite3_changes64(handle_.get());
    }

    void run_script(std::string_view sql) override {
        auto const result = sqlite3_exec(handle_.get(), std::string(sql).c_str(), nullptr, nullptr, nullptr);
        if (result != SQLITE_OK) fail(result);
    }

    // Listeners live in this process; the Database tells them.
    void send_notice(std::string_view /*channel*/, std::string_view /*payload*/) override {}
    [[nodiscard]] bool is_alive() const override { return true; }

  private:
    // Of two programs that open a file at once SQLite tells one that it is busy, without waiting as elsewhere.
    static int authorise(void* asked, int action, char const* table, char const* column, char const* /*database*/,
                         char const* /*trigger*/) {
        // A statement that counts rows reads a table and none of its columns.
        if (action != SQLITE_READ || *column == '\0') return SQLITE_OK;
        auto const& may_read = *static_cast<std::function<bool(std::string_view, std::string_view)> const*>(asked);
        return may_read(table, column) ? SQLITE_OK : SQLITE_DENY;
    }

    void turn_to_wal(std::chrono::milliseconds patience) {
        constexpr std::chrono::milliseconds kPause{5};
        for (auto waited = kPause;; waited += kPause) {
            auto const result = sqlite3_exec(handle_.get(), "PRAGMA journal_mode = WAL", nullptr, nullptr, nullptr);
            if (result == SQLITE_OK) return;
            if ((result & 0xFF) != SQLITE_BUSY || waited > patience) fail(result);
            std::this_thread::sleep_for(kPause);
        }
    }

    SqliteStatement& prepared(std::string_view sql) {
        if (auto const known = statements_.find(sql); known != statements_.end()) return *known->second;
        if (statements_.size() >= kMostStatements) statements_.clear();
        auto statement = std::make_unique<SqliteStatement>();
        char const* rest = nullptr;
        auto const result = sqlite3_prepare_v3(handle_.get(), sql.data(), static_cast<int>(sql.size()),
                                               SQLITE_PREPARE_PERSISTENT, &statement->handle, &rest);
        if (result != SQLITE_OK) fail(result);
        auto const* end = sql.data() + sql.size();
        if (statement->handle == nullptr ||
            std::any_of(rest, end, [](unsigned char c) { return std::isspace(c) == 0; }))
            throw Error(Code::programmer, "not exactly one statement: " + std::string(sql));
        map_parameters(*statement, sql);
        for (int i = 0; i < sqlite3_column_count(statement->handle); ++i)
            statement->columns.push_back({sqlite3_column_name(statement->handle, i),
                                          kind_of_declared(sqlite3_column_decltype(statement->handle, i))});
        return *statements_.emplace(sql, std::move(statement)).first->second;
    }

    // To SQLite `$3` is a name, not a place.
    static void map_parameters(SqliteStatement& statement, std::string_view sql) {
        auto const count = sqlite3_bind_parameter_count(statement.handle);
        for (int i = 1; i <= count; ++i) {
            auto const* given = sqlite3_bind_parameter_name(statement.handle, i);
            std::string_view const name = given == nullptr ? "" : given;
            std::size_t number = 0;
            if (name.size() > 1 && name[0] == '$') std::from_chars(name.data() + 1, name.data() + name.size(), number);
            if (number == 0) throw Error(Code::programmer, "parameters are $1, $2, ... in: " + std::string(sql));
            statement.argument_of.push_back(number - 1);
            statement.arguments = std::max(statement.arguments, number);
        }
    }

    void bind(SqliteStatement const& statement, std::span<Value const> values) {
        for (std::size_t i = 0; i < statement.argument_of.size(); ++i) {
            auto const result = bind_one(statement.handle, static_cast<int>(i) + 1, values[statement.argument_of[i]]);
            if (result != SQLITE_OK) fail(result);
        }
    }

    // Nothing is copied: the values outlive the step, and bindings are cleared after it.
    static int bind_one(sqlite3_stmt* handle, int at, Value const& value) {
        if (value.is_null) return sqlite3_bind_null(handle, at);
        switch (value.kind) {
            case Value::Kind::boolean:
            case Value::Kind::integer:
                return sqlite3_bind_int64(handle, at, value.integer);
            case Value::Kind::real:
                return sqlite3_bind_double(handle, at, value.real);
            case Value::Kind::text: {
                auto const text = value.as_text();
                // A null pointer would bind NULL, and an empty view may have one.
                return sqlite3_bind_text64(handle, at, text.data() == nullptr ? "" : text.data(), text.size(),
                                           SQLITE_STATIC, SQLITE_UTF8);
            }
            case Value::Kind::id:
                return sqlite3_bind_blob64(handle, at, value.id.data(), value.id.size(), SQLITE_STATIC);
            case Value::Kind::bytes:
                if (value.bytes.empty()) return sqlite3_bind_zeroblob(handle, at, 0);
                return sqlite3_bind_blob64(handle, at, value.bytes.data(), value.bytes.size(), SQLITE_STATIC);
        }
        return SQLITE_MISUSE;
    }

    [[noreturn]] void fail(int result) const {
        auto const extended = sqlite3_extended_errcode(handle_.get());
        std::string const words = sqlite3_errmsg(handle_.get());
        throw Error(sqlite_code((extended & 0xFF) == (result & 0xFF) ? extended : result), words, constraint_in(words));
    }

    struct Close {
        void operator()(sqlite3* handle) const { sqlite3_close(handle); }
    };
    std::function<bool(std::string_view, std::string_view)> may_read_;  // while the handle lives
    std::unique_ptr<sqlite3, Close> handle_;
    Statements<SqliteStatement> statements_;  // after the handle: finalised before it closes
};

}  // namespace

std::unique_ptr<Connection> open_sqlite(Options const& options, Access access) {
    return std::make_unique<SqliteConnection>(options, access);
}

}  // namespace db

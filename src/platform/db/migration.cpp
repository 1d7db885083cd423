#include "platform/db/migration.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <fstream>
#include <sstream>

#include <sodium.h>

#include "platform/db/connection.hpp"

namespace db {

struct RecordedMigration {
    std::int32_t number = 0;
    std::string name;
    std::string checksum;
};
BOOST_DESCRIBE_STRUCT(RecordedMigration, (), (number, name, checksum))

namespace {

constexpr std::string_view kRecordTable = R"(
    CREATE TABLE IF NOT EXISTS schema_migrations (
        number INTEGER NOT NULL PRIMARY KEY,
        name TEXT NOT NULL,
        checksum TEXT NOT NULL,
        applied_at BIGINT NOT NULL
    ))";

// Any number of our own: who migrates holds it.
constexpr std::string_view kLockPostgresql = "SELECT pg_advisory_lock(7206140552)";
constexpr std::string_view kUnlockPostgresql = "SELECT pg_advisory_unlock(7206140552)";

std::string checksum_of(std::string_view text) {
    std::array<unsigned char, crypto_hash_sha256_BYTES> digest{};
    crypto_hash_sha256(digest.data(), static_cast<unsigned char const*>(static_cast<void const*>(text.data())),
                       text.size());
    std::array<char, crypto_hash_sha256_BYTES * 2 + 1> hex{};
    return sodium_bin2hex(hex.data(), hex.size(), digest.data(), digest.size());
}

std::string_view word_in(std::string_view word, Engine engine) {
    auto const is_sqlite = engine == Engine::sqlite;
    if (word == "ID") return is_sqlite ? "BLOB" : "UUID";
    if (word == "BYTES") return is_sqlite ? "BLOB" : "BYTEA";
    if (word == "SERIAL_KEY")
        return is_sqlite ? "INTEGER PRIMARY KEY" : "BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY";
    return word;
}

bool is_word_letter(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_';
}

// Where the quoted text, quoted name or comment that begins at `from` ends.
std::size_t end_of_aside(std::string_view text, std::size_t from) {
    auto const rest = text.substr(from);
    std::size_t end = std::string_view::npos;
    if (rest.starts_with("--")) end = rest.find('\n');
    if (rest.starts_with("'")) end = rest.find('\'', 1);
    if (rest.starts_with("\"")) end = rest.find('"', 1);
    return end == std::string_view::npos ? text.size() : from + end + 1;
}

std::string with_words_replaced(std::string_view text, Engine engine) {
    std::string out;
    for (std::size_t i = 0; i < text.size();) {
        auto end = i;
        if (text[i] == '\'' || text[i] == '"' || text.substr(i).starts_with("--")) {
            end = end_of_aside(text, i);
            out += text.substr(i, end - i);
        } else if (is_word_letter(text[i])) {
            while (end < text.size() && is_word_letter(text[end])) ++end;
            out += word_in(text.substr(i, end - i), engine);
        } else {
            out += text[end++];
        }
        i = end;
    }
    return out;
}

std::int64_t count_of(Connection& connection, std::string_view sql, std::span<Value const> values) {
    std::int64_t count = 0;
    RowTaker const taker{&meta::of<std::int64_t>(), &count, [](void* place) { return place; }};
    connection.execute(sql, values, &taker);
    return count;
}

bool has_record_table(Connection& connection) {
    constexpr std::string_view kSqlite =
        "SELECT count(*) AS tables FROM sqlite_master WHERE type = 'table' AND name = 'schema_migrations'";
    constexpr std::string_view kPostgresql =
        "SELECT count(*) AS tables FROM pg_catalog.pg_class WHERE oid = to_regclass('schema_migrations')";
    return count_of(connection, connection.engine() == Engine::sqlite ? kSqlite : kPostgresql, {}) > 0;
}

// Recorded steps by number, none before the first migration.
std::vector<RecordedMigration> recorded_in(Connection& connection) {
    std::vector<RecordedMigration> rows;
    RowTaker const taker{&meta::of<RecordedMigration>(), &rows, [](void* all) -> void* {
                             return &static_cast<std::vector<RecordedMigration>*>(all)->emplace_back();
                         }};
    if (!has_record_table(connection)) return rows;
    connection.execute("SELECT number, name, checksum FROM schema_migrations ORDER BY number", {}, &taker);
    return rows;
}

// The migrations not yet recorded, or an Error.
std::vector<Migration const*> pending_after(std::vector<RecordedMigration> const& recorded,
                                            std::span<Migration const> migrations) {
    std::vector<Migration const*> pending;
    auto at = recorded.begin();
    for (auto const& migration : migrations) {
        if (at == recorded.end()) {
            pending.push_back(&migration);
        } else if (at->number == migration.number) {
            if (at->checksum != checksum_of(migration.text))
                throw Error(Code::edited, "migration " + at->name + " was edited after it had been applied");
            ++at;
        } else if (migration.number < at->number) {
            throw Error(Code::edited, "migration " + migration.name + " comes before " + at->name +
                                          ", which has already been applied");
        } else {
            break;
        }
    }
    if (at != recorded.end())
        throw Error(Code::newer, "the database was written by a newer Obverse (it knows migration " + at->name +
                                     "); start that version, or restore the backup made before its upgrade");
    return pending;
}

void check_foreign_keys(Connection& connection) {
    if (connection.engine() == Engine::sqlite &&
        count_of(connection, "SELECT count(*) AS broken FROM pragma_foreign_key_check", {}) > 0)
        throw Error(Code::foreign_key, "it leaves rows that refer to nothing");
}

// False when another program took the step while this one waited for the writer's lock.
bool take_step(Connection& connection, Migration const& migration, base::Instant now) {
    std::array const number{to_value(migration.number)};
    if (count_of(connection, "SELECT count(*) AS taken FROM schema_migrations WHERE number = $1", number) > 0)
        return false;
    connection.run_script(in_dialect(migration.text, connection.engine()));
    check_foreign_keys(connection);
    auto const checksum = checksum_of(migration.text);
    std::array const values{to_value(migration.number), to_value(migration.name), to_value(checksum), to_value(now)};
    connection.execute("INSERT INTO schema_migrations (number, name, checksum, applied_at) VALUES ($1, $2, $3, $4)",
                       values, nullptr);
    return true;
}

bool apply(Connection& connection, Migration const& migration, base::Instant now) {
    connection.begin(Tx::Kind::write);
    try {
        auto const is_taken = take_step(connection, migration, now);
        connection.commit();
        return is_taken;
    } catch (Error const& error) {
        connection.rollback();
        throw Error(error.code(), "migration " + migration.name + ": " + error.what());
    }
}

// One migrator at a time. SQLite's foreign keys rest meanwhile, because a table is rebuilt by dropping it; each
// step is checked before its commit.
class MigrationLock {
  public:
    explicit MigrationLock(Connection& connection) : connection_(connection) {
        connection_.run_script(is_sqlite() ? "PRAGMA foreign_keys = OFF" : kLockPostgresql);
    }
    MigrationLock(MigrationLock const&) = delete;
    MigrationLock& operator=(MigrationLock const&) = delete;
    ~MigrationLock() {
        if (!is_sqlite() && connection_.is_alive()) connection_.run_script(kUnlockPostgresql);
    }

  private:
    [[nodiscard]] bool is_sqlite() const { return connection_.engine() == Engine::sqlite; }
    Connection& connection_;
};

}  // namespace

Migration make_migration(std::string_view file_name, std::string text) {
    auto const stem = file_name.substr(0, file_name.rfind(".sql"));
    auto const digits = stem.substr(0, 4);
    auto const is_named = stem.size() > 5 && stem.size() < file_name.size() && stem[4] == '_' &&
                          std::ranges::all_of(digits, [](unsigned char c) { return std::isdigit(c) != 0; });
    if (!is_named) throw Error(Code::programmer, "a migration is called NNNN_what.sql, not " + std::string(file_name));
    return {std::stoi(std::string(digits)), std::string(stem), std::move(text)};
}

std::vector<Migration> in_order(std::vector<Migration> migrations) {
    std::ranges::sort(migrations, {}, &Migration::number);
    auto const twice = std::ranges::adjacent_find(migrations, {}, &Migration::number);
    if (twice != migrations.end()) throw Error(Code::programmer, "two migrations have the number of " + twice->name);
    return migrations;
}

std::vector<Migration> read_migrations(std::filesystem::path const& folder) {
    std::vector<Migration> migrations;
    for (auto const& entry : std::filesystem::directory_iterator(folder)) {
        if (entry.path().extension() != ".sql") continue;
        std::ifstream file(entry.path(), std::ios::binary);
        std::ostringstream text;
        text << file.rdbuf();
        migrations.push_back(make_migration(entry.path().filename().string(), text.str()));
    }
    return in_order(std::move(migrations));
}

std::string in_dialect(std::string_view text, Engine engine) {
    std::string kept;
    bool is_ours = true;
    while (!text.empty()) {
        auto const line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(text.size(), line.size() + 1));
        if (line == "-- both:")
            is_ours = true;
        else if (line == "-- sqlite:")
            is_ours = engine == Engine::sqlite;
        else if (line == "-- postgresql:")
            is_ours = engine == Engine::postgresql;
        else if (is_ours)
            kept.append(line).append("\n");
    }
    return with_words_replaced(kept, engine);
}

std::vector<std::string> migrate(Database& database, std::span<Migration const> migrations, base::Instant now) {
    auto const connection = database.connect();
    MigrationLock const lock(*connection);
    connection->run_script(kRecordTable);
    auto const pending = pending_after(recorded_in(*connection), migrations);
    std::vector<std::string> taken;
    for (auto const* migration : pending)
        if (apply(*connection, *migration, now)) taken.push_back(migration->name);
    return taken;
}

std::vector<std::string> pending_migrations(Database& database, std::span<Migration const> migrations) {
    auto const connection = database.connect();
    std::vector<std::string> names;
    for (auto const* migration : pending_after(recorded_in(*connection), migrations)) names.push_back(migration->name);
    return names;
}

}  // namespace db

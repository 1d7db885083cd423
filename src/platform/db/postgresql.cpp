#include <algorithm>
#include <array>
#include <bit>
#include <charconv>
#include <cstring>
#include <string>
#include <vector>

#include <libpq-fe.h>

#include "platform/db/connection.hpp"
#include "platform/db/statements.hpp"

namespace db {

namespace {

// From the catalogue pg_type; these never change.
enum TypeOid : Oid {
    kBool = 16,
    kBytea = 17,
    kName = 19,
    kInt8 = 20,
    kInt2 = 21,
    kInt4 = 23,
    kText = 25,
    kFloat4 = 700,
    kFloat8 = 701,
    kBpchar = 1042,
    kVarchar = 1043,
    kUuid = 2950,
};

CellKind kind_of_oid(Oid oid) {
    switch (oid) {
        case kBool:
            return CellKind::boolean;
        case kInt2:
        case kInt4:
        case kInt8:
            return CellKind::integer;
        case kFloat4:
        case kFloat8:
            return CellKind::real;
        case kText:
        case kName:
        case kBpchar:
        case kVarchar:
            return CellKind::text;
        case kUuid:
            return CellKind::id;
        case kBytea:
            return CellKind::bytes;
        default:
            return CellKind::unknown;
    }
}

Oid oid_of(Value::Kind kind) {
    switch (kind) {
        case Value::Kind::boolean:
            return kBool;
        case Value::Kind::integer:
            return kInt8;
        case Value::Kind::real:
            return kFloat8;
        case Value::Kind::text:
            return kText;
        case Value::Kind::id:
            return kUuid;
        case Value::Kind::bytes:
            return kBytea;
    }
    return 0;
}

Code code_of_state(std::string_view state) {
    if (state == "23505") return Code::unique;
    if (state == "23503") return Code::foreign_key;
    if (state == "23514") return Code::check;
    if (state == "23502") return Code::not_null;
    if (state == "40001" || state == "40P01") return Code::serialization;
    if (state == "55P03") return Code::busy;
    if (state == "53100") return Code::full;
    if (state == "58030" || state == "XX001" || state == "XX002") return Code::io;
    if (state.starts_with("08") || state == "57P01" || state == "57P02" || state == "57P03") return Code::gone;
    if (state.starts_with("42") || state.starts_with("22")) return Code::programmer;
    return Code::other;
}

struct ClearResult {
    void operator()(PGresult* result) const { PQclear(result); }
};
using ResultHandle = std::unique_ptr<PGresult, ClearResult>;

std::uint64_t read_big_endian(char const* bytes, int size) {
    std::uint64_t number = 0;
    for (int i = 0; i < size; ++i) number = number << 8U | static_cast<unsigned char>(bytes[i]);
    return number;
}

void write_big_endian(std::array<char, 8>& to, std::uint64_t number) {
    for (std::size_t i = 8; i-- > 0; number >>= 8U) to[i] = static_cast<char>(number & 0xFFU);
}

// Everything travels in binary: no number is ever written out and parsed again.
class PostgresqlCursor final : public Cursor {
  public:
    PostgresqlCursor(PGresult const* result, std::span<Column const> columns) : result_(result), columns_(columns) {}
    void stand_at(int row) { row_ = row; }

    [[nodiscard]] Cell cell(std::size_t column) const override {
        auto const i = static_cast<int>(column);
        if (PQgetisnull(result_, row_, i) != 0) return {};
        auto const* bytes = PQgetvalue(result_, row_, i);
        auto const size = PQgetlength(result_, row_, i);
        auto const kind = columns_[column].kind;
        switch (kind) {
            case CellKind::boolean:
                return {.kind = kind, .integer = bytes[0] != 0 ? 1 : 0};
            case CellKind::integer:
                return {.kind = kind, .integer = integer(bytes, size)};
            case CellKind::real:
                return {.kind = kind, .real = real(bytes, size)};
            case CellKind::text:
                return {.kind = kind, .text = {bytes, static_cast<std::size_t>(size)}};
            case CellKind::id:
            case CellKind::bytes:
                return {.kind = kind,
                        .bytes = {static_cast<std::uint8_t const*>(static_cast<void const*>(bytes)),
                                  static_cast<std::size_t>(size)}};
            default:
                return {.kind = CellKind::unknown};
        }
    }

  private:
    static std::int64_t integer(char const* bytes, int size) {
        auto const number = read_big_endian(bytes, size);
        if (size == 2) return static_cast<std::int16_t>(number);
        if (size == 4) return static_cast<std::int32_t>(number);
        return static_cast<std::int64_t>(number);
    }
    static double real(char const* bytes, int size) {
        auto const number = read_big_endian(bytes, size);
        if (size == 4) return static_cast<double>(std::bit_cast<float>(static_cast<std::uint32_t>(number)));
        return std::bit_cast<double>(number);
    }

    PGresult const* result_;
    std::span<Column const> columns_;
    int row_ = 0;
};

// The arguments as libpq wants them. Numbers keep their eight octets here.
class Parameters {
  public:
    explicit Parameters(std::span<Value const> values) : numbers_(values.size()) {
        pointers_.reserve(values.size());
        lengths_.reserve(values.size());
        for (std::size_t i = 0; i < values.size(); ++i) add(values[i], numbers_[i]);
        formats_.assign(values.size(), 1);
    }
    [[nodiscard]] int count() const { return static_cast<int>(pointers_.size()); }
    [[nodiscard]] char const* const* pointers() const { return pointers_.data(); }
    [[nodiscard]] int const* lengths() const { return lengths_.data(); }
    [[nodiscard]] int const* formats() const { return formats_.data(); }

  private:
    void add(Value const& value, std::array<char, 8>& number) {
        if (value.is_null) {
            pointers_.push_back(nullptr);
            lengths_.push_back(0);
            return;
        }
        switch (value.kind) {
            case Value::Kind::boolean:
                number[0] = static_cast<char>(value.integer);
                return put(number.data(), 1);
            case Value::Kind::integer:
                write_big_endian(number, static_cast<std::uint64_t>(value.integer));
                return put(number.data(), number.size());
            case Value::Kind::real:
                write_big_endian(number, std::bit_cast<std::uint64_t>(value.real));
                return put(number.data(), number.size());
            case Value::Kind::text:
                return put(value.as_text().data(), value.as_text().size());
            case Value::Kind::id:
                return put(value.id.data(), value.id.size());
            case Value::Kind::bytes:
                return put(value.bytes.data(), value.bytes.size());
        }
    }
    // A null pointer would be NULL, and an empty argument may have one.
    void put(void const* bytes, std::size_t size) {
        pointers_.push_back(size == 0 ? "" : static_cast<char const*>(bytes));
        lengths_.push_back(static_cast<int>(size));
    }

    std::vector<std::array<char, 8>> numbers_;
    std::vector<char const*> pointers_;
    std::vector<int> lengths_;
    std::vector<int> formats_;
};

// The server would let an argument too many pass.
std::size_t highest_parameter(std::string_view sql) {
    std::size_t highest = 0;
    for (auto at = sql.find('$'); at != std::string_view::npos; at = sql.find('$', at + 1)) {
        std::size_t number = 0;
        std::from_chars(sql.data() + at + 1, sql.data() + sql.size(), number);
        highest = std::max(highest, number);
    }
    return highest;
}

struct PostgresqlStatement {
    std::string name;
    std::vector<Value::Kind> kinds;
    std::vector<Column> columns;
    std::vector<std::unique_ptr<RowPlan>> plans;

    [[nodiscard]] bool takes(std::span<Value const> values) const {
        if (kinds.size() != values.size()) return false;
        for (std::size_t i = 0; i < kinds.size(); ++i)
            if (kinds[i] != values[i].kind) return false;
        return true;
    }
};

std::vector<Column> columns_of(PGresult const* result) {
    std::vector<Column> columns;
    columns.reserve(static_cast<std::size_t>(PQnfields(result)));
    for (int i = 0; i < PQnfields(result); ++i)
        columns.push_back({PQfname(result, i), kind_of_oid(PQftype(result, i))});
    return columns;
}

class PostgresqlConnection final : public Connection {
  public:
    PostgresqlConnection(Options const& options, Access access) : prepares_(options.prepares) {
        handle_.reset(PQconnectdb(options.address.c_str()));
        if (PQstatus(handle_.get()) != CONNECTION_OK)
            throw Error(Code::gone, std::string("cannot reach the database: ") + PQerrorMessage(handle_.get()));
        PQsetNoticeProcessor(
            handle_.get(), [](void*, char const*) {}, nullptr);
        run_script("SET client_encoding = 'UTF8'; SET lock_timeout = " + std::to_string(options.busy_timeout.count()) +
                   "; SET idle_in_transaction_session_timeout = '120s'");
        // No statement here runs long enough to earn back its compiling, which the price of a forbidden scan would
        // start every time.
        run_script("SET jit = off");
        // A scan of a whole small table makes a serializable transaction collide with every write to it.
        if (access == Access::write) run_script("SET enable_seqscan = off");
    }

    [[nodiscard]] Engine engine() const override { return Engine::postgresql; }
    void begin(Tx::Kind kind) override {
        run_script(kind == Tx::Kind::write ? "BEGIN ISOLATION LEVEL SERIALIZABLE"
                                           : "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    }

    void commit() override {
        ResultHandle const result(PQexec(handle_.get(), "COMMIT"));
        // A broken transaction answers COMMIT with the tag ROLLBACK and no error.
        if (PQresultStatus(result.get()) == PGRES_COMMAND_OK) {
            if (std::string_view(PQcmdStatus(result.get())) != "COMMIT")
                throw Error(Code::programmer, "committing a transaction that had failed");
            return;
        }
        auto const* state = PQresultErrorField(result.get(), PG_DIAG_SQLSTATE);
        if (!is_alive() || state == nullptr || code_of_state(state) == Code::gone) {
            is_lost_ = true;
            throw Error(Code::unknown_outcome, "the connection was lost while committing");
        }
        fail(result.get());
    }

    void rollback() noexcept override {
        if (is_alive() && PQtransactionStatus(handle_.get()) != PQTRANS_IDLE)
            ResultHandle const result(PQexec(handle_.get(), "ROLLBACK"));
    }

    std::int64_t execute(std::string_view sql, std::span<Value const> values, RowTaker const* taker) override {
        Parameters const parameters(values);
        return prepares_ ? execute_prepared(sql, values, parameters, taker)
                         : execute_once(sql, values, parameters, taker);
    }

    void run_script(std::string_view sql) override {
        ResultHandle const result(PQexec(handle_.get(), std::string(sql).c_str()));
        auto const status = PQresultStatus(result.get());
        if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK && status != PGRES_EMPTY_QUERY) fail(result.get());
    }

    void send_notice(std::string_view channel, std::string_view payload) override {
        std::array const values{to_value(channel), to_value(payload)};
        execute("SELECT pg_notify($1, $2)", values, nullptr);
    }

    [[nodiscard]] bool is_alive() const override { return !is_lost_ && PQstatus(handle_.get()) == CONNECTION_OK; }

  private:
    std::int64_t execute_prepared(std::string_view sql, std::span<Value const> values, Parameters const& parameters,
                                  RowTaker const* taker) {
        auto& statement = prepared(sql, values);
        auto const* plan =
            taker == nullptr ? nullptr : &plan_for(statement.plans, *taker->type, statement.columns, sql);
        ResultHandle const result(PQexecPrepared(handle_.get(), statement.name.c_str(), parameters.count(),
                                                 parameters.pointers(), parameters.lengths(), parameters.formats(), 1));
        return finish(result.get(), statement.columns, plan, taker);
    }

    std::int64_t execute_once(std::string_view sql, std::span<Value const> values, Parameters const& parameters,
                              RowTaker const* taker) {
        auto const oids = oids_of(values);
        ResultHandle const result(PQexecParams(handle_.get(), std::string(sql).c_str(), parameters.count(), oids.data(),
                                               parameters.pointers(), parameters.lengths(), parameters.formats(), 1));
        auto const columns = columns_of(result.get());
        if (taker == nullptr) return finish(result.get(), columns, nullptr, nullptr);
        check(result.get());
        RowPlan const plan(*taker->type, columns, sql);
        return finish(result.get(), columns, &plan, taker);
    }

    std::int64_t finish(PGresult* result, std::span<Column const> columns, RowPlan const* plan, RowTaker const* taker) {
        check(result);
        if (plan != nullptr) {
            PostgresqlCursor cursor(result, columns);
            for (int row = 0; row < PQntuples(result); ++row) {
                cursor.stand_at(row);
                plan->fill(taker->next(taker->context), cursor);
            }
        }
        return rows_changed(result);
    }

    // "INSERT 0 3", "UPDATE 3", "SELECT 3": only the first two have changed something.
    static std::int64_t rows_changed(PGresult* result) {
        std::string_view const tag = PQcmdStatus(result);
        if (!tag.starts_with("INSERT") && !tag.starts_with("UPDATE") && !tag.starts_with("DELETE")) return 0;
        std::string_view const digits = PQcmdTuples(result);
        std::int64_t count = 0;
        std::from_chars(digits.data(), digits.data() + digits.size(), count);
        return count;
    }

    // The same text with arguments of other types is another statement, kept beside the first.
    PostgresqlStatement& prepared(std::string_view sql, std::span<Value const> values) {
        if (auto const known = statements_.find(sql); known != statements_.end())
            for (auto const& statement : *known->second)
                if (statement->takes(values)) return *statement;
        if (statements_.size() >= kMostStatements) forget_statements();
        auto statement = prepare(sql, values);
        auto const at = statements_.try_emplace(std::string(sql), nullptr).first;
        if (!at->second) at->second = std::make_unique<Family>();
        return *at->second->emplace_back(std::move(statement));
    }

    std::unique_ptr<PostgresqlStatement> prepare(std::string_view sql, std::span<Value const> values) {
        auto statement = std::make_unique<PostgresqlStatement>();
        statement->name = "s" + std::to_string(++prepared_ever_);
        for (auto const& value : values) statement->kinds.push_back(value.kind);
        auto const oids = oids_of(values);
        ResultHandle const made(PQprepare(handle_.get(), statement->name.c_str(), std::string(sql).c_str(),
                                          static_cast<int>(oids.size()), oids.data()));
        check(made.get());
        ResultHandle const described(PQdescribePrepared(handle_.get(), statement->name.c_str()));
        check(described.get());
        if (highest_parameter(sql) != values.size())
            throw Error(Code::programmer, "wrong number of arguments for: " + std::string(sql));
        statement->columns = columns_of(described.get());
        return statement;
    }

    void forget_statements() {
        statements_.clear();
        run_script("DEALLOCATE ALL");
    }

    static std::vector<Oid> oids_of(std::span<Value const> values) {
        std::vector<Oid> oids;
        oids.reserve(values.size());
        for (auto const& value : values) oids.push_back(oid_of(value.kind));
        return oids;
    }

    void check(PGresult const* result) {
        auto const status = PQresultStatus(result);
        if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK) fail(result);
    }

    // The primary message only: the detail quotes the row, which may be somebody's.
    [[noreturn]] void fail(PGresult const* result) {
        auto const field = [&](int which) -> std::string {
            auto const* text = result == nullptr ? nullptr : PQresultErrorField(result, which);
            return text == nullptr ? std::string{} : text;
        };
        auto const state = field(PG_DIAG_SQLSTATE);
        // Without a state it is libpq itself that failed, at sending or receiving; it may call the connection good
        // still.
        if (state.empty()) is_lost_ = true;
        if (!is_alive()) throw Error(Code::gone, "the connection to the database was lost");
        throw Error(code_of_state(state), field(PG_DIAG_MESSAGE_PRIMARY) + " (" + state + ")",
                    field(PG_DIAG_CONSTRAINT_NAME));
    }

    struct Finish {
        void operator()(PGconn* handle) const { PQfinish(handle); }
    };
    using Family = std::vector<std::unique_ptr<PostgresqlStatement>>;

    bool prepares_;
    bool is_lost_ = false;
    std::unique_ptr<PGconn, Finish> handle_;
    Statements<Family> statements_;
    std::uint64_t prepared_ever_ = 0;
};

}  // namespace

std::unique_ptr<Connection> open_postgresql(Options const& options, Access access) {
    return std::make_unique<PostgresqlConnection>(options, access);
}

}  // namespace db

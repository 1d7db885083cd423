#pragma once
// One transaction, as handed to actions and stores. The same SQL text runs on both engines: `$1..$n`, RETURNING,
// ON CONFLICT, CAST(..); no `::`, no FOR UPDATE, sums of BIGINT cast back to BIGINT.
//
//   auto people = tx.all<PersonBrief>(R"(SELECT id, name FROM people WHERE organisation_id = $1)", organisation);
//
// A described struct is filled by column name: a column without a field and a field without a column are programmer
// errors, found when the statement is prepared. Lists, maps, patches and optional structs have no column and stay as
// they are; a nested struct's columns are `<field>_<name>`.

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/random.hpp"
#include "platform/db/error.hpp"
#include "platform/db/value.hpp"
#include "platform/meta.hpp"

namespace db {

class Connection;

enum class Engine { sqlite, postgresql };

// Puts the next row's values where they belong; called once a row.
struct RowTaker {
    meta::Type const* type;
    void* context;
    void* (*next)(void* context);  // the place to fill: an object of `type`
};

class Tx {
  public:
    enum class Kind { read, write };

    Tx(Connection& connection, Kind kind, base::Random& random)
        : connection_(connection), kind_(kind), random_(random) {}
    Tx(Tx const&) = delete;
    Tx& operator=(Tx const&) = delete;
    ~Tx() = default;

    template <meta::DescribedStruct Row, class... Args>
    std::vector<Row> all(std::string_view sql, Args const&... args) {
        return collect<Row>(sql, args...);
    }
    // The only row, or none; two rows are a programmer error.
    template <meta::DescribedStruct Row, class... Args>
    std::optional<Row> one(std::string_view sql, Args const&... args) {
        return at_most_one(sql, collect<Row>(sql, args...));
    }
    // A single column. No row and NULL are both nothing.
    template <class T, class... Args>
    std::optional<T> value(std::string_view sql, Args const&... args) {
        auto found = at_most_one(sql, collect<std::optional<T>>(sql, args...));
        return found ? std::move(*found) : std::nullopt;
    }
    template <class T, class... Args>
    std::vector<T> values(std::string_view sql, Args const&... args) {
        return collect<T>(sql, args...);
    }
    // The number of rows inserted, updated or deleted.
    template <class... Args>
    std::int64_t run(std::string_view sql, Args const&... args) {
        std::array<Value, sizeof...(Args)> const values{to_value(args)...};
        return execute(sql, values, nullptr);
    }

    // Said to every listener of every node after the commit, never when it is rolled back. At most 7000 octets.
    void notify(std::string_view channel, std::string_view payload);
    // Run in this process after the commit.
    void after_commit(std::function<void()> what) { after_commit_.push_back(std::move(what)); }

    // A fresh id, from the database's injected generator (Options::random): seeded in tests, so that what they
    // record is stable.
    template <class IdType>
    IdType make_id() {
        return IdType::make(random_);
    }

    [[nodiscard]] Engine engine() const;
    [[nodiscard]] Kind kind() const { return kind_; }

  private:
    friend class Database;
    struct Notice {
        std::string channel;
        std::string payload;
    };

    template <class T, class... Args>
    std::vector<T> collect(std::string_view sql, Args const&... args) {
        std::array<Value, sizeof...(Args)> const values{to_value(args)...};
        std::vector<T> rows;
        RowTaker const taker{&meta::of<T>(), &rows,
                             [](void* all) -> void* { return &static_cast<std::vector<T>*>(all)->emplace_back(); }};
        execute(sql, values, &taker);
        return rows;
    }
    template <class T>
    static std::optional<T> at_most_one(std::string_view sql, std::vector<T> rows) {
        if (rows.empty()) return std::nullopt;
        if (rows.size() > 1) refuse_second_row(sql);
        return std::move(rows.front());
    }
    [[noreturn]] static void refuse_second_row(std::string_view sql);
    std::int64_t execute(std::string_view sql, std::span<Value const> values, RowTaker const* taker);

    Connection& connection_;
    Kind kind_;
    base::Random& random_;
    std::vector<Notice> notices_;
    std::vector<std::function<void()>> after_commit_;
};

}  // namespace db

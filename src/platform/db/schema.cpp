#include "platform/db/schema.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace db {

struct ColumnFact {
    std::string table_name;
    std::string name;
    std::string type;
    bool is_nullable = false;
};
BOOST_DESCRIBE_STRUCT(ColumnFact, (), (table_name, name, type, is_nullable))

// One column of one key or index.
struct KeyFact {
    std::string table_name;
    std::string key_name;
    std::string kind;  // primary, unique, foreign, index
    bool is_partial = false;
    std::string column_name;
    std::string other_table;
    std::string other_column;
};
BOOST_DESCRIBE_STRUCT(KeyFact, (), (table_name, key_name, kind, is_partial, column_name, other_table, other_column))

struct CheckFact {
    std::string table_name;
    std::string text;
};
BOOST_DESCRIBE_STRUCT(CheckFact, (), (table_name, text))

namespace {

constexpr std::string_view kSqliteColumns = R"(
    SELECT t.name AS table_name, c.name AS name, upper(c.type) AS type, c."notnull" = 0 AND c.pk = 0 AS is_nullable
    FROM sqlite_schema t, pragma_table_info(t.name) c
    WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%' AND t.name <> 'schema_migrations'
    ORDER BY t.name, c.cid)";

constexpr std::string_view kSqliteKeys = R"(
    SELECT table_name, key_name, kind, is_partial, column_name, other_table, other_column FROM (
        SELECT t.name AS table_name, 'primary' AS key_name, 'primary' AS kind, 0 AS is_partial, c.name AS column_name,
               '' AS other_table, '' AS other_column, c.pk AS place
        FROM sqlite_schema t, pragma_table_info(t.name) c WHERE t.type = 'table' AND c.pk > 0
        UNION ALL
        SELECT t.name, i.name, CASE WHEN i."unique" THEN 'unique' ELSE 'index' END, i.partial,
               coalesce(c.name, 'expression'), '', '', c.seqno
        FROM sqlite_schema t, pragma_index_list(t.name) i, pragma_index_info(i.name) c
        WHERE t.type = 'table' AND i.origin <> 'pk'
        UNION ALL
        SELECT t.name, 'foreign' || f.id, 'foreign', 0, f."from", f."table", coalesce(f."to", ''), f.seq
        FROM sqlite_schema t, pragma_foreign_key_list(t.name) f WHERE t.type = 'table'
    ) WHERE table_name NOT LIKE 'sqlite_%' AND table_name <> 'schema_migrations'
    ORDER BY table_name, kind, key_name, place)";

constexpr std::string_view kPostgresqlColumns = R"(
    SELECT CAST(c.relname AS TEXT) AS table_name, CAST(a.attname AS TEXT) AS name,
           upper(format_type(a.atttypid, a.atttypmod)) AS type, NOT a.attnotnull AS is_nullable
    FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
    WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND a.attnum > 0 AND NOT a.attisdropped
      AND c.relname <> 'schema_migrations'
    ORDER BY c.relname COLLATE "C", a.attnum)";

constexpr std::string_view kPostgresqlKeys = R"(
    SELECT CAST(t.relname AS TEXT) AS table_name, CAST(i.relname AS TEXT) AS key_name,
           CASE WHEN x.indisprimary THEN 'primary' WHEN x.indisunique THEN 'unique' ELSE 'index' END AS kind,
           x.indpred IS NOT NULL AS is_partial, CAST(coalesce(a.attname, 'expression') AS TEXT) AS column_name,
           '' AS other_table, '' AS other_column
    FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid JOIN pg_class t ON t.oid = x.indrelid
    CROSS JOIN LATERAL unnest(CAST(x.indkey AS int2[])) WITH ORDINALITY AS k (attnum, place)
    LEFT JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = k.attnum AND k.attnum > 0
    WHERE t.relnamespace = 'public'::regnamespace AND t.relname <> 'schema_migrations'
    ORDER BY t.relname COLLATE "C", kind, i.relname, k.place)";

constexpr std::string_view kPostgresqlForeignKeys = R"(
    SELECT CAST(t.relname AS TEXT) AS table_name, CAST(f.conname AS TEXT) AS key_name, 'foreign' AS kind,
           FALSE AS is_partial, CAST(a.attname AS TEXT) AS column_name, CAST(o.relname AS TEXT) AS other_table,
           CAST(b.attname AS TEXT) AS other_column
    FROM pg_constraint f JOIN pg_class t ON t.oid = f.conrelid JOIN pg_class o ON o.oid = f.confrelid
    CROSS JOIN LATERAL unnest(f.conkey, f.confkey) WITH ORDINALITY AS k (mine, theirs, place)
    JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = k.mine
    JOIN pg_attribute b ON b.attrelid = o.oid AND b.attnum = k.theirs
    WHERE f.contype = 'f' AND t.relnamespace = 'public'::regnamespace
    ORDER BY t.relname COLLATE "C", f.conname, k.place)";

constexpr std::string_view kPostgresqlChecks = R"(
    SELECT CAST(t.relname AS TEXT) AS table_name, pg_get_constraintdef(k.oid) AS text
    FROM pg_constraint k JOIN pg_class t ON t.oid = k.conrelid
    WHERE k.contype = 'c' AND t.relnamespace = 'public'::regnamespace ORDER BY t.relname COLLATE "C", 2)";

template <class Fact>
std::vector<Fact> facts(Connection& connection, std::string_view sql) {
    std::vector<Fact> rows;
    RowTaker const taker{&meta::of<Fact>(), &rows,
                         [](void* all) -> void* { return &static_cast<std::vector<Fact>*>(all)->emplace_back(); }};
    connection.execute(sql, {}, &taker);
    return rows;
}

std::vector<KeyFact> key_facts(Connection& connection) {
    if (connection.engine() == Engine::sqlite) return facts<KeyFact>(connection, kSqliteKeys);
    auto all = facts<KeyFact>(connection, kPostgresqlKeys);
    auto const foreign = facts<KeyFact>(connection, kPostgresqlForeignKeys);
    all.insert(all.end(), foreign.begin(), foreign.end());
    return all;
}

void add_to_list(std::string& list, std::string const& word) {
    if (!list.empty()) list += ", ";
    list += word;
}

struct WholeKey {
    std::string kind;
    bool is_partial = false;
    std::string columns;
    std::string other_table;
    std::string other_columns;

    [[nodiscard]] std::string text() const {
        auto const named = "(" + columns + ")";
        if (kind == "primary") return "PRIMARY KEY " + named;
        if (kind == "foreign")
            return "FOREIGN KEY " + named + " REFERENCES " + other_table + " (" + other_columns + ")";
        return (kind == "unique" ? "UNIQUE " : "") + named + (is_partial ? " partial" : "");
    }
    // A partial uniqueness is an index on both engines, a whole one a key on both, however it was written.
    [[nodiscard]] bool is_index() const { return kind == "index" || is_partial; }
};

void add_keys(std::map<std::string, SchemaTable>& tables, std::vector<KeyFact> const& key_facts) {
    std::map<std::pair<std::string, std::string>, WholeKey> whole;
    for (auto const& fact : key_facts) {
        auto& key = whole[{fact.table_name, fact.kind + fact.key_name}];
        key.kind = fact.kind;
        key.is_partial = fact.is_partial;
        key.other_table = fact.other_table;
        add_to_list(key.columns, fact.column_name);
        add_to_list(key.other_columns, fact.other_column);
    }
    for (auto const& [where, key] : whole) {
        auto& table = tables[where.first];
        (key.is_index() ? table.indexes : table.keys).push_back(key.text());
    }
}

std::string normal_type(std::string const& type) {
    static std::map<std::string, std::string> const kWords{
        {"UUID", "BLOB"}, {"BYTEA", "BLOB"}, {"DOUBLE PRECISION", "REAL"}, {"INT", "INTEGER"}};
    auto const at = kWords.find(type);
    return at == kWords.end() ? type : at->second;
}

std::vector<std::string> comparable_lines(SchemaTable const& table) {
    std::vector<std::string> lines;
    lines.reserve(table.columns.size());
    for (auto const& column : table.columns)
        lines.push_back(column.name + " " + normal_type(column.type) + (column.is_nullable ? "" : " NOT NULL"));
    lines.insert(lines.end(), table.keys.begin(), table.keys.end());
    for (auto const& index : table.indexes) lines.push_back("INDEX " + index);
    std::ranges::sort(lines);
    return lines;
}

void compare_tables(SchemaTable const& mine, SchemaTable const& other, std::string const& whose,
                    std::vector<std::string>& found) {
    std::vector<std::string> only;
    auto const lines = comparable_lines(mine);
    auto const other_lines = comparable_lines(other);
    std::ranges::set_difference(lines, other_lines, std::back_inserter(only));
    for (auto const& line : only) found.push_back(mine.name + ": only " + whose + " has " + line);
}

}  // namespace

std::vector<SchemaTable> read_schema(Connection& connection) {
    auto const is_sqlite = connection.engine() == Engine::sqlite;
    std::map<std::string, SchemaTable> tables;
    for (auto const& fact : facts<ColumnFact>(connection, is_sqlite ? kSqliteColumns : kPostgresqlColumns)) {
        tables[fact.table_name].name = fact.table_name;
        tables[fact.table_name].columns.push_back({fact.name, fact.type, fact.is_nullable});
    }
    add_keys(tables, key_facts(connection));
    if (!is_sqlite)
        for (auto const& check : facts<CheckFact>(connection, kPostgresqlChecks))
            tables[check.table_name].checks.push_back(check.text);
    std::vector<SchemaTable> all;
    for (auto& [name, table] : tables) {
        std::ranges::sort(table.keys);
        std::ranges::sort(table.indexes);
        all.push_back(std::move(table));
    }
    return all;
}

std::string dump(std::vector<SchemaTable> const& tables) {
    std::string text = "-- Written by bin/db dump from the migrations; read it in review, never edit it.\n";
    for (auto const& table : tables) {
        text += "\nCREATE TABLE " + table.name + " (\n";
        std::string parts;
        auto const add = [&](std::string const& part) { parts += (parts.empty() ? "    " : ",\n    ") + part; };
        for (auto const& column : table.columns)
            add(column.name + " " + column.type + (column.is_nullable ? "" : " NOT NULL"));
        for (auto const& key : table.keys) add(key);
        for (auto const& check : table.checks) add(check);
        text += parts + "\n);\n";
        for (auto const& index : table.indexes) text += "-- index " + index + "\n";
    }
    return text;
}

std::vector<std::string> differences(std::vector<SchemaTable> const& sqlite,
                                     std::vector<SchemaTable> const& postgresql) {
    std::map<std::string, std::array<SchemaTable, 2>> both;
    for (auto const& table : sqlite) both[table.name][0] = table;
    for (auto const& table : postgresql) both[table.name][1] = table;
    std::vector<std::string> found;
    for (auto const& [name, pair] : both) {
        if (pair[0].name.empty()) found.push_back(name + ": SQLite has no such table");
        if (pair[1].name.empty()) found.push_back(name + ": PostgreSQL has no such table");
        if (pair[0].name.empty() || pair[1].name.empty()) continue;
        compare_tables(pair[0], pair[1], "SQLite", found);
        compare_tables(pair[1], pair[0], "PostgreSQL", found);
    }
    return found;
}

}  // namespace db

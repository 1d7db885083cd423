#include "platform/db/schema.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include <gtest/gtest.h>

#include "support/databases.hpp"

namespace schema_examples {

std::filesystem::path dump_file(std::string const& engine) {
    return std::filesystem::path(OBVERSE_SOURCE_DIR) / "db" / ("schema." + engine + ".sql");
}

std::string text_of(std::filesystem::path const& path) {
    std::ifstream file(path);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

}  // namespace schema_examples

using namespace schema_examples;

// bin/db dump sets OBVERSE_RECORD; everywhere else a migration without its dump fails here.
TEST(TheSchema, is_written_down_as_the_migrations_make_it) {
    db::Database database({.address = support::fresh_address(support::Fresh::migrated), .readers = 1});
    auto const now = db::dump(db::read_schema(*database.connect()));
    auto const file = dump_file(database.engine() == db::Engine::sqlite ? "sqlite" : "postgresql");
    if (std::getenv("OBVERSE_RECORD") != nullptr) std::ofstream(file) << now;
    EXPECT_EQ(text_of(file), now) << "run bin/db dump";
}

TEST(TheSchema, leads_every_table_and_every_key_with_the_organisation) {
    db::Database database({.address = support::fresh_address(support::Fresh::migrated), .readers = 1});
    for (auto const& table : db::read_schema(*database.connect())) {
        if (table.name == "installation_facts") continue;  // the installation's own
        EXPECT_EQ(table.columns.front().name, "organisation_id") << table.name;
        EXPECT_FALSE(table.columns.front().is_nullable) << table.name;
        for (auto const& key : table.keys)
            EXPECT_TRUE(key == "UNIQUE (slug)" || key.find("(organisation_id") != std::string::npos)
                << table.name << ": " << key;
    }
}

TEST(TwoSchemas, are_told_apart_by_table_column_nullability_and_key) {
    db::SchemaTable doors{"doors",
                          {{"id", "BLOB", false}, {"name", "TEXT", true}, {"wide", "DOUBLE PRECISION", false}},
                          {"PRIMARY KEY (id)"},
                          {"(name)"},
                          {}};
    auto other = doors;
    other.columns[0].type = "UUID";
    EXPECT_TRUE(db::differences({doors}, {other}).empty());
    other.columns[1].is_nullable = false;
    other.keys.push_back("UNIQUE (name)");
    other.indexes.clear();
    EXPECT_EQ(db::differences({doors}, {other}),
              (std::vector<std::string>{"doors: only SQLite has INDEX (name)", "doors: only SQLite has name TEXT",
                                        "doors: only PostgreSQL has UNIQUE (name)",
                                        "doors: only PostgreSQL has name TEXT NOT NULL"}));
    EXPECT_EQ(db::differences({doors}, {}), (std::vector<std::string>{"doors: PostgreSQL has no such table"}));
}

// Runs once, with PostgreSQL: the SQLite side needs no server.
TEST(TwoSchemas, of_the_migrations_are_the_same_house) {
    if (support::engine_under_test() == db::Engine::sqlite) return;
    db::Database postgresql({.address = support::fresh_address(support::Fresh::migrated), .readers = 1});
    db::Database sqlite({.address = support::fresh_sqlite_address(), .readers = 1});
    EXPECT_EQ(db::differences(db::read_schema(*sqlite.connect()), db::read_schema(*postgresql.connect())),
              std::vector<std::string>{});
}

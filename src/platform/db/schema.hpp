#pragma once
// What the tables of a database are, read from the engine itself: written down for review (db/schema.sqlite.sql,
// db/schema.postgresql.sql) and compared, so that the two engines hold the same house.

#include <string>
#include <vector>

#include "platform/db/connection.hpp"

namespace db {

struct SchemaColumn {
    std::string name;
    std::string type;  // the engine's own word
    bool is_nullable = false;
};

struct SchemaTable {
    std::string name;
    std::vector<SchemaColumn> columns;
    // "PRIMARY KEY (a, b)", "UNIQUE (a, b)", "FOREIGN KEY (a, b) REFERENCES c (a, d)", in no particular spelling of
    // the migration; sorted.
    std::vector<std::string> keys;
    // "UNIQUE (a, b) partial", "(a, b)", sorted; their names differ from engine to engine.
    std::vector<std::string> indexes;
    // The text of each CHECK as the engine tells it; empty on SQLite, which does not.
    std::vector<std::string> checks;
};

// Sorted by name, without the record of migrations.
std::vector<SchemaTable> read_schema(Connection& connection);

// As SQL for people to read.
std::string dump(std::vector<SchemaTable> const& tables);

// What differs apart from the words of the types, one sentence a difference.
std::vector<std::string> differences(std::vector<SchemaTable> const& sqlite,
                                     std::vector<SchemaTable> const& postgresql);

}  // namespace db

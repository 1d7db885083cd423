#pragma once
// What the engine itself can say about the health of its files, one sentence a finding; none when all is well.

#include <string>
#include <vector>

#include "platform/db/database.hpp"

namespace db {

// Reads the whole of a SQLite file. On PostgreSQL: constraints and indexes that were left unchecked, and settings
// that would lose acknowledged writes when the power fails.
std::vector<std::string> check_integrity(Database& database);

}  // namespace db

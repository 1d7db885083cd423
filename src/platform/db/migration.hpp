#pragma once
// Steps of the schema, in order, each in its own transaction and recorded with its checksum.
//
// A file db/migrations/NNNN_what.sql is text for both engines. Three words stand for what they call differently
// (ID, BYTES, SERIAL_KEY: decisions/0020); a line `-- sqlite:` or `-- postgresql:` begins what one of them alone
// reads, up to the next such line or `-- both:`.

#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.hpp"
#include "platform/db/database.hpp"

namespace db {

struct Migration {
    int number = 0;
    std::string name;  // "0002_jobs"
    std::string text;
};

// From a file name and its text; Error{programmer} when the name is not NNNN_what.sql.
Migration make_migration(std::string_view file_name, std::string text);
// In order of their numbers; two of one number are an Error{programmer}.
std::vector<Migration> in_order(std::vector<Migration> migrations);
std::vector<Migration> read_migrations(std::filesystem::path const& folder);

std::string in_dialect(std::string_view text, Engine engine);

// What stands in the way is an Error, and then nothing was touched: Error{newer} when the database knows a step the
// program does not, Error{edited} when a recorded step differs or a new one comes before a recorded one.
// Returns the names of the steps it took. Two programs may call it at the same time.
std::vector<std::string> migrate(Database& database, std::span<Migration const> migrations, base::Instant now);

// The steps still to be taken; refuses like migrate. Makes nothing.
std::vector<std::string> pending_migrations(Database& database, std::span<Migration const> migrations);

}  // namespace db

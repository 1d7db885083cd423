#pragma once
// The databases of the tests: OBVERSE_TEST_DATABASE says which engine, `sqlite` (default) or `postgresql`.
// SQLite lies in memory-backed storage. PostgreSQL is a cluster of this program's own: as `postgres`, socket only,
// fsync off, stopped when the program ends, however it ends. OBVERSE_TEST_POSTGRESQL may name the socket folder of
// one that runs already.

#include <memory>
#include <string>

#include "platform/db/db.hpp"

namespace support {

// The database of this test program, migrated at first use. Nothing in it is ever rolled back or emptied: each test
// makes its own organisation.
db::Database& database();

// While it lives, every id of that database is greater than the one before, so that two worlds list things made in the
// same order in the same order. Their beginning is random: two of them never meet.
struct AscendingIds {
    AscendingIds();
    AscendingIds(AscendingIds const&) = delete;
    AscendingIds& operator=(AscendingIds const&) = delete;
    ~AscendingIds();
};

// For tests about the installation itself: an address of their own, `migrated` (a copy) or `empty`.
enum class Fresh { empty, migrated };
std::string fresh_address(Fresh fresh);

// A migrated database of one's own, gone with this. For a story that lets days pass: jobs run for every organisation of
// a database, so in the shared one they run for those of all tests before.
class OwnDatabase {
  public:
    OwnDatabase();
    OwnDatabase(OwnDatabase const&) = delete;
    OwnDatabase& operator=(OwnDatabase const&) = delete;
    ~OwnDatabase();
    db::Database& operator*() { return *database_; }

  private:
    std::string address_;
    std::unique_ptr<db::Database> database_;
};

// A migrated SQLite file, whichever engine is under test: for comparing the two.
std::string fresh_sqlite_address();

db::Engine engine_under_test();

}  // namespace support

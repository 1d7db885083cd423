#pragma once
// An installation opened for work: its database, migrated as far as this program goes, its keys and its house. The
// server and the verbs of the command line all begin here.

#include <memory>
#include <string>
#include <vector>

#include "app/settings.hpp"
#include "app/wiring.hpp"
#include "platform/clock.hpp"
#include "platform/crypto/key_folder.hpp"
#include "platform/crypto/password_hash.hpp"
#include "platform/db/database.hpp"
#include "platform/db/migration.hpp"

namespace app {

// The steps that the program carries.
std::vector<db::Migration> carried_migrations();

// Opens the database, which must be there: looking makes nothing. Refusal: `not_migrated`.
base::Result<std::unique_ptr<db::Database>> open_database(Place const& place);

// The same, after making the data folder (0700) and an empty SQLite file where they are missing.
std::unique_ptr<db::Database> make_database(Settings const& settings, Place const& place);

// The steps of the schema that are still to be taken. Refusals, where this program may not touch the database:
// `database_newer`, `migration_edited`.
base::Result<std::vector<std::string>> steps_to_take(db::Database& database);

class Installation {
  public:
    // Refusals: those of place_of, `not_migrated`, `database_newer`, `migration_edited`, and `keys_missing`.
    static base::Result<std::unique_ptr<Installation>> open(Settings const& settings);

    [[nodiscard]] Settings const& settings() const { return settings_; }
    [[nodiscard]] Place const& place() const { return place_; }
    [[nodiscard]] db::Database& database() { return *database_; }
    [[nodiscard]] platform::Clock& clock() { return clock_; }
    [[nodiscard]] crypto::Keys const& keys() const { return keys_; }
    [[nodiscard]] House& house() { return *house_; }

  private:
    Installation(Settings settings, Place place, std::unique_ptr<db::Database> database, crypto::Keys keys);

    Settings settings_;
    Place place_;
    std::unique_ptr<db::Database> database_;
    crypto::Keys keys_;
    platform::Clock clock_;
    crypto::HashingPool hashing_;
    std::unique_ptr<House> house_;
};

}  // namespace app

#include "app/installation.hpp"

#include <filesystem>

#include "organisation/installation_actions.hpp"
#include "platform/embedded.hpp"
#include "signin/identify.hpp"

namespace app {

namespace {

base::Refusal not_migrated(std::string const& first) {
    return base::conflict(
        "not_migrated",
        "The database is older than this program (" + first + " is still to be done): run `obverse migrate`.",
        {{"first", first}});
}

base::Refusal no_database(std::string const& path) {
    return base::conflict("not_migrated", "There is no database at " + path + " yet: run `obverse migrate`.",
                          {{"path", path}});
}

std::unique_ptr<db::Database> database_at(Place const& place) {
    db::Options options;
    options.address = place.database;
    return std::make_unique<db::Database>(options);
}

}  // namespace

std::vector<db::Migration> carried_migrations() {
    constexpr std::string_view kFolder = "db/migrations/";
    std::vector<db::Migration> migrations;
    for (auto const& file : embedded::list(kFolder))
        migrations.push_back(db::make_migration(file.path.substr(kFolder.size()), std::string(file.text)));
    return db::in_order(std::move(migrations));
}

base::Result<std::unique_ptr<db::Database>> open_database(Place const& place) {
    if (!db::is_postgresql(place.database) && !std::filesystem::exists(place.database))
        return no_database(place.database);
    return database_at(place);
}

std::unique_ptr<db::Database> make_database(Settings const& settings, Place const& place) {
    if (std::filesystem::create_directories(settings.data))
        std::filesystem::permissions(settings.data, std::filesystem::perms::owner_all);
    return database_at(place);
}

base::Result<std::vector<std::string>> steps_to_take(db::Database& database) {
    try {
        return db::pending_migrations(database, carried_migrations());
    } catch (db::Error const& error) {
        // An operator's mistake that the program looks for, and no breakage of its own.
        if (error.code() == db::Code::newer) return base::conflict("database_newer", error.what());
        if (error.code() == db::Code::edited) return base::conflict("migration_edited", error.what());
        throw;
    }
}

base::Result<std::unique_ptr<Installation>> Installation::open(Settings const& settings) {
    TRY(place, place_of(settings));
    TRY(database, open_database(place));
    TRY(pending, steps_to_take(*database));
    if (!pending.empty()) return not_migrated(pending.front());
    TRY(keys, organisation::open_keys(*database, place.keys));
    return std::unique_ptr<Installation>(
        new Installation(settings, std::move(place), std::move(database), std::move(keys)));
}

Installation::Installation(Settings settings, Place place, std::unique_ptr<db::Database> database, crypto::Keys keys)
    : settings_(std::move(settings)),
      place_(std::move(place)),
      database_(std::move(database)),
      keys_(std::move(keys)),
      hashing_(crypto::HashingCost{}, crypto::HashingBounds{}) {
    clock_.set_travelled(database_->read([](db::Tx& tx) { return organisation::travelled(tx); }));
    house_ = std::make_unique<House>(
        Ground{*database_, clock_, keys_, hashing_, crypto::KeyFiles(std::filesystem::path(place_.keys) / "ballot"),
               place_.public_url, place_.mail_server, place_.free_busy},
        signin::identify);
}

}  // namespace app

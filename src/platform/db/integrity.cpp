#include "platform/db/integrity.hpp"

namespace db {

namespace {

std::vector<std::string> check_sqlite(Tx& tx) {
    auto found = tx.values<std::string>(
        "SELECT integrity_check AS finding FROM pragma_integrity_check WHERE integrity_check <> 'ok'");
    for (auto const& table : tx.values<std::string>(R"(SELECT DISTINCT "table" AS name FROM pragma_foreign_key_check)"))
        found.push_back("rows of " + table + " refer to rows that are not there");
    return found;
}

std::vector<std::string> check_postgresql(Tx& tx) {
    auto found = tx.values<std::string>(R"(
        SELECT 'constraint ' || CAST(conname AS TEXT) || ' was never checked' AS finding
        FROM pg_constraint WHERE NOT convalidated
        UNION ALL
        SELECT 'index ' || CAST(CAST(indexrelid AS regclass) AS TEXT) || ' cannot be used' FROM pg_index
        WHERE NOT indisvalid)");
    for (auto const& name : tx.values<std::string>(R"(
        SELECT name FROM pg_settings WHERE name IN ('fsync', 'synchronous_commit', 'full_page_writes')
        AND setting = 'off' ORDER BY name)"))
        found.push_back("the server runs with " + name + "=off: acknowledged writes can be lost");
    return found;
}

}  // namespace

std::vector<std::string> check_integrity(Database& database) {
    return database.read(
        [&](Tx& tx) { return database.engine() == Engine::sqlite ? check_sqlite(tx) : check_postgresql(tx); });
}

}  // namespace db

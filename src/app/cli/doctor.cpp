#include "app/cli/doctor.hpp"

#include <algorithm>
#include <ostream>

#include <CLI/CLI.hpp>

#include "app/cli.hpp"
#include "app/doctor.hpp"
#include "app/installation.hpp"
#include "organisation/installation_actions.hpp"

namespace app {

namespace {

// A database that is not migrated has no table to say how far the demo has travelled.
base::Instant domain_now(db::Database& database, std::span<db::Migration const> carried, base::Instant wall) {
    if (!db::pending_migrations(database, carried).empty()) return wall;
    return wall + database.read([](db::Tx& tx) { return organisation::travelled(tx); });
}

void print_finding(Finding const& finding, std::ostream& out) {
    out << meta::name_of(finding.gravity) << "  " << finding.check << ": " << finding.words << "\n";
}

}  // namespace

int run_doctor(std::span<std::string const> arguments, std::ostream& out, std::ostream& err) {
    CLI::App command("Look at everything that must hold; changes nothing", "obverse doctor");
    SettingFlags flags(command);
    bool prints_all = false;
    command.add_flag("--all", prints_all, "Print what is well, too");
    if (auto exit = parse_arguments(command, arguments, out, err)) return static_cast<int>(*exit);
    auto settings = flags.read();
    if (!settings) return say(settings.refusal(), err), static_cast<int>(Exit::wrong_arguments);
    auto place = place_of(*settings);
    if (!place) return say(place.refusal(), err), static_cast<int>(Exit::wrong_arguments);

    auto database = open_database(*settings, *place);
    auto const carried = carried_migrations();
    auto const wall = platform::Clock().wall();
    auto const findings = examine({*database, carried, place->keys, domain_now(*database, carried, wall), wall});
    for (auto const& finding : findings)
        if (prints_all || finding.gravity != Gravity::well) print_finding(finding, out);
    auto const worst = worst_of(findings);
    if (worst == Gravity::well) out << findings.size() << " checks, all well.\n";
    return static_cast<int>(worst == Gravity::illness ? Exit::not_verified : Exit::done);
}

}  // namespace app

#include "app/cli/migrate.hpp"

#include <ostream>

#include <CLI/CLI.hpp>

#include "app/cli.hpp"
#include "app/installation.hpp"

namespace app {

namespace {

base::Result<std::vector<std::string>> list_steps(Settings const& settings) {
    if (auto const database = open_database(place_of(settings).value())) return steps_to_take(**database);
    std::vector<std::string> all;
    for (auto const& step : carried_migrations()) all.push_back(step.name);
    return all;
}

base::Result<std::vector<std::string>> take_steps(Settings const& settings) {
    auto const database = make_database(settings, place_of(settings).value());
    TRY_VOID(steps_to_take(*database));
    return db::migrate(*database, carried_migrations(), platform::Clock().wall());
}

}  // namespace

int migrate(std::span<std::string const> arguments, std::ostream& out, std::ostream& err) {
    CLI::App command("Bring the database to this program's schema; a second call does nothing", "obverse migrate");
    SettingFlags flags(command);
    bool only_list = false;
    command.add_flag("--dry-run", only_list, "List the steps and take none");
    if (auto exit = parse_arguments(command, arguments, out, err)) return static_cast<int>(*exit);
    auto const settings = flags.read(err);
    if (!settings) return static_cast<int>(Exit::wrong_arguments);
    auto const steps = only_list ? list_steps(*settings) : take_steps(*settings);
    if (!steps) return static_cast<int>(say(steps.refusal(), err));
    for (auto const& step : *steps) out << step << "\n";
    if (steps->empty()) out << "The schema is this program's already.\n";
    return static_cast<int>(Exit::done);
}

}  // namespace app

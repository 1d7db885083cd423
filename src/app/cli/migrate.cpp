#include "app/cli/migrate.hpp"

#include <ostream>

#include <CLI/CLI.hpp>

#include "app/cli.hpp"
#include "app/installation.hpp"

namespace app {

int migrate(std::span<std::string const> arguments, std::ostream& out, std::ostream& err) {
    CLI::App command("Bring the database to this program's schema; a second call does nothing", "obverse migrate");
    SettingFlags flags(command);
    bool only_list = false;
    command.add_flag("--dry-run", only_list, "List the steps and take none");
    if (auto exit = parse_arguments(command, arguments, out, err)) return static_cast<int>(*exit);
    auto settings = flags.read();
    if (!settings) return say(settings.refusal(), err), static_cast<int>(Exit::wrong_arguments);
    auto place = place_of(*settings);
    if (!place) return say(place.refusal(), err), static_cast<int>(Exit::wrong_arguments);

    auto database = open_database(*settings, *place);
    auto const carried = carried_migrations();
    auto steps = only_list ? db::pending_migrations(*database, carried)
                           : db::migrate(*database, carried, platform::Clock().wall());
    for (auto const& step : steps) out << step << "\n";
    if (steps.empty()) out << "The schema is this program's already.\n";
    return static_cast<int>(Exit::done);
}

}  // namespace app

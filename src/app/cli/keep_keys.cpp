#include "app/cli/keep_keys.hpp"

#include <ostream>

#include <CLI/CLI.hpp>

#include "app/cli.hpp"
#include "app/settings.hpp"
#include "platform/crypto/key_folder.hpp"

namespace app {

int keep_keys(std::span<std::string const> arguments, std::ostream& out, std::ostream& err) {
    CLI::App command("The keys stand outside the database and its backups: keep a copy elsewhere", "obverse keys");
    SettingFlags flags(command);
    // Before the subcommands, which copy it: settings may stand behind them.
    command.fallthrough();
    std::string target;
    auto* make = command.add_subcommand("new", "Make the first keys; refused where there are some");
    auto* rotate = command.add_subcommand("rotate", "Add a key of each purpose; the older ones still open");
    auto* copy = command.add_subcommand("export", "Copy all keys into an empty folder");
    copy->add_option("--to", target, "The folder")->required();
    command.require_subcommand(1);
    if (auto exit = parse_arguments(command, arguments, out, err)) return static_cast<int>(*exit);
    auto const settings = flags.read(err);
    if (!settings) return static_cast<int>(Exit::wrong_arguments);

    auto const folder = place_of(*settings).value().keys;
    auto keys = make->parsed()     ? crypto::make_keys(folder)
                : rotate->parsed() ? crypto::rotate_keys(folder)
                                   : crypto::export_keys(folder, target);
    if (!keys) return static_cast<int>(say(keys.refusal(), err));
    for (auto const& mark : crypto::marks_of(*keys))
        out << mark.purpose << " " << static_cast<int>(mark.number) << " " << mark.fingerprint << "\n";
    return static_cast<int>(Exit::done);
}

}  // namespace app

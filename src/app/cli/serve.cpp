#include "app/cli/serve.hpp"

#include <CLI/CLI.hpp>

#include "app/cli.hpp"
#include "app/server.hpp"

namespace app {

int serve_until_stopped(std::span<std::string const> arguments, std::ostream& out, std::ostream& err) {
    CLI::App command("Answer requests until told to stop", "obverse serve");
    SettingFlags flags(command);
    if (auto exit = parse_arguments(command, arguments, out, err)) return static_cast<int>(*exit);
    auto const settings = flags.read(err);
    if (!settings) return static_cast<int>(Exit::wrong_arguments);
    auto served = serve(*settings, out);
    return static_cast<int>(served ? Exit::done : say(served.refusal(), err));
}

}  // namespace app

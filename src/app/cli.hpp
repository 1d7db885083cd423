#pragma once
// What can be typed: one table of verbs, each a function with its arguments in src/app/cli/. A verb prints what was
// asked for on `out` and sentences about what went wrong on `err`.

#include <iosfwd>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "app/installation.hpp"

namespace CLI {
class App;
}

namespace app {

// The same for every verb (docs/operate/command-line.md).
enum class Exit {
    done = 0,
    refused = 1,          // the house says no; the sentence and its code are on standard error
    wrong_arguments = 2,  // of the command line or the settings
    not_verified = 3,     // a result or a chain did not pass its own check
    broken = 70,          // a bug, a full disk, a database that is gone
};

struct Verb {
    std::string_view name;  // "import people"
    std::string_view words;
    int (*run)(std::span<std::string const> arguments, std::ostream& out, std::ostream& err);
};

std::span<Verb const> verbs();

// `arguments` without the program's name. Never throws: main's net is in here.
int run_command(std::span<std::string const> arguments, std::ostream& out, std::ostream& err);

// For verbs: "obverse: sentence (code)" on `err`.
Exit say(base::Refusal const& refusal, std::ostream& err);

// For verbs that open an installation: every setting as a flag, and --config FILE.
class SettingFlags {
  public:
    explicit SettingFlags(CLI::App& command);
    // File, environment and flags together, checked as far as place_of goes; what is wrong is said on `err`, and the
    // verb is over with Exit::wrong_arguments.
    [[nodiscard]] std::optional<Settings> read(std::ostream& err) const;

  private:
    [[nodiscard]] base::Result<Settings> read_all() const;

    std::map<std::string, std::string> flags_;
    std::string file_;
};

// What a verb that works on an installation begins with. Without one it is over, and `exit` says how.
struct Opened {
    std::unique_ptr<Installation> installation;
    Exit exit = Exit::done;
};
Opened open_installation(SettingFlags const& flags, std::ostream& err);

// Parses the arguments of one verb; an exit code when nothing is left to do (--help, or a mistake).
std::optional<Exit> parse_arguments(CLI::App& command, std::span<std::string const> arguments, std::ostream& out,
                                    std::ostream& err);

}  // namespace app

#include "app/cli.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <ostream>
#include <stdexcept>

#include <CLI/CLI.hpp>

#include "app/cli/create_admin.hpp"
#include "app/cli/demo.hpp"
#include "app/cli/doctor.hpp"
#include "app/cli/import_people.hpp"
#include "app/cli/keep_keys.hpp"
#include "app/cli/lottery.hpp"
#include "app/cli/match.hpp"
#include "app/cli/migrate.hpp"
#include "app/cli/plan.hpp"
#include "app/cli/print_openapi.hpp"
#include "app/cli/send_test_mail.hpp"
#include "app/cli/serve.hpp"
#include "app/wiring.hpp"
#include "base/text.hpp"

namespace app {

namespace {

constexpr std::array kVerbs{
    Verb{"serve", "Answer requests until told to stop", serve_until_stopped},
    Verb{"migrate", "Bring the database to this program's schema", migrate},
    Verb{"import people", "Bring colleagues in from an export of any kind", import_people},
    Verb{"admin create", "Make an administrator, and their organisation where it is new", create_admin},
    Verb{"keys", "Make, rotate or export the keys of this installation", keep_keys},
    Verb{"match check", "Verify a report of match once more from the files it names", check_match},
    Verb{"match", "Match two tables of people by a rules file, without a server", match},
    Verb{"plan", "Say who or what is missing for two tables of people", plan_match},
    Verb{"lottery", "Replay a draw of places from its published number", replay_lottery},
    Verb{"demo travel", "Move the clock of a demo forward", travel_in_demo},
    Verb{"demo", "Make the demo organisation, and say who can sign in", fill_with_demo},
    Verb{"doctor", "Look at everything that must hold; changes nothing", run_doctor},
    Verb{"mail test", "Send one mail to an address, and say how it fared", send_test_mail},
    Verb{"openapi", "Print the OpenAPI 3.1 document of this program", print_openapi},
};

void print_help(std::ostream& out) {
    out << "obverse VERB [arguments]\n\n";
    for (auto const& verb : kVerbs) {
        std::string name(verb.name);
        name.resize(16, ' ');
        out << "  " << name << verb.words << "\n";
    }
    out << "\n  --version       Print the version\n  --help          Print this; `obverse VERB --help` tells the "
           "rest\n";
}

// "import people --file x" -> the verb `import people`, and how many words it took.
Verb const* find_verb(std::span<std::string const> arguments) {
    auto const* at = std::ranges::find_if(kVerbs, [&](Verb const& verb) {
        auto two = arguments.size() > 1 ? arguments[0] + " " + arguments[1] : "";
        return verb.name == arguments[0] || verb.name == two;
    });
    return at == kVerbs.end() ? nullptr : at;
}

// "import" -> "`import people`": the verbs of several words that begin with this one.
std::string verbs_behind(std::string const& word) {
    std::vector<std::string> names;
    for (auto const& verb : kVerbs)
        if (verb.name.starts_with(word + " ")) names.push_back("`" + std::string(verb.name) + "`");
    return base::join(names, ", ");
}

std::string no_such_verb(std::string const& word) {
    auto const longer = verbs_behind(word);
    if (!longer.empty()) return "`" + word + "` needs a second word: " + longer;
    return "there is no verb `" + word + "`; `obverse --help` lists them";
}

std::optional<std::string> environment(std::string const& variable) {
    auto const* value = std::getenv(variable.c_str());
    if (value == nullptr) return std::nullopt;
    return value;
}

int run_verb(std::span<std::string const> arguments, std::ostream& out, std::ostream& err) {
    if (arguments.empty() || arguments[0] == "--help" || arguments[0] == "-h") {
        print_help(arguments.empty() ? err : out);
        return static_cast<int>(arguments.empty() ? Exit::wrong_arguments : Exit::done);
    }
    if (arguments[0] == "--version") {
        out << "obverse " << document_head().version << "\n";
        return static_cast<int>(Exit::done);
    }
    auto const* verb = find_verb(arguments);
    if (verb == nullptr) {
        err << "obverse: " << no_such_verb(arguments[0]) << " (unknown_verb)\n";
        return static_cast<int>(Exit::wrong_arguments);
    }
    auto words = static_cast<std::size_t>(1 + std::ranges::count(verb->name, ' '));
    return verb->run(arguments.subspan(words), out, err);
}

}  // namespace

std::span<Verb const> verbs() {
    return kVerbs;
}

int run_command(std::span<std::string const> arguments, std::ostream& out, std::ostream& err) {
    // The net of the program: what is thrown here is a broken house, never a visitor's mistake.
    try {
        auto const exit = run_verb(arguments, out, err);
        if (!out.flush()) throw std::runtime_error("standard output cannot be written");
        return exit;
    } catch (std::exception const& thrown) {
        err << "obverse: " << thrown.what() << " (broken)\n";
        return static_cast<int>(Exit::broken);
    }
}

Exit say(base::Refusal const& refusal, std::ostream& err) {
    err << "obverse: " << (refusal.errors.empty() ? refusal.detail : config::sentence(refusal)) << " (" << refusal.code
        << ")\n";
    return Exit::refused;
}

SettingFlags::SettingFlags(CLI::App& command) {
    for (auto const& field : meta::of<Settings>().fields) {
        auto name = std::string(field.name);
        auto words = std::string(field.limit == nullptr ? "" : field.limit->words);
        auto keep = [this, name](std::string const& text) { flags_[name] = text; };
        command.add_option_function<std::string>(config::flag_of(field.name), keep, words);
    }
    command.add_option("--config", file_, "Read settings from this TOML file");
}

std::optional<Settings> SettingFlags::read(std::ostream& err) const {
    auto settings = read_all();
    auto const place = settings ? place_of(*settings) : settings.refusal();
    if (place) return std::move(*settings);
    say(place.refusal(), err);
    return std::nullopt;
}

Opened open_installation(SettingFlags const& flags, std::ostream& err) {
    auto const settings = flags.read(err);
    if (!settings) return {nullptr, Exit::wrong_arguments};
    auto installation = Installation::open(*settings);
    if (!installation) return {nullptr, say(installation.refusal(), err)};
    return {std::move(*installation)};
}

base::Result<Settings> SettingFlags::read_all() const {
    config::Sources sources{.file = {}, .environment = environment, .flags = flags_};
    auto path = file_.empty() ? environment("OBVERSE_CONFIG").value_or("") : file_;
    if (!path.empty()) {
        std::ifstream file(path, std::ios::binary);
        if (!file || std::filesystem::is_directory(path))
            return base::invalid("/config", "unreadable", {{"file", path}});
        sources.file = std::string(std::istreambuf_iterator<char>(file), {});
    }
    return config::read<Settings>(sources);
}

std::optional<Exit> parse_arguments(CLI::App& command, std::span<std::string const> arguments, std::ostream& out,
                                    std::ostream& err) {
    std::vector<std::string> reversed(arguments.rbegin(), arguments.rend());
    try {
        command.parse(reversed);
        return std::nullopt;
    } catch (CLI::ParseError const& error) {
        // The library says --help and mistakes by exception.
        if (error.get_exit_code() == 0) return command.exit(error, out, err), Exit::done;
        err << "obverse: " << error.what() << "; `" << command.get_name() << " --help` tells the rest"
            << " (wrong_arguments)\n";
        return Exit::wrong_arguments;
    }
}

}  // namespace app

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

base::Result<std::vector<Finding>> findings_of(Place const& place, bool greets_mail_server) {
    try {
        TRY(database, open_database(place));
        return examine({*database, carried_migrations(), place.keys, platform::Clock().wall(), place.mail_server,
                        greets_mail_server});
    } catch (db::Error const& error) {
        if (error.code() == db::Code::gone) throw;
        return std::vector{Finding{"engine", Gravity::illness, error.what()}};
    }
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
    bool greets_mail_server = false;
    command.add_flag("--mail", greets_mail_server, "Also connect and log in to the mail server; sends nothing");
    if (auto exit = parse_arguments(command, arguments, out, err)) return static_cast<int>(*exit);
    auto const settings = flags.read(err);
    if (!settings) return static_cast<int>(Exit::wrong_arguments);
    auto const looked = findings_of(place_of(*settings).value(), greets_mail_server);
    if (!looked) return static_cast<int>(say(looked.refusal(), err));
    auto const& findings = *looked;
    for (auto const& finding : findings)
        if (prints_all || finding.gravity != Gravity::well || (greets_mail_server && finding.check == "mail"))
            print_finding(finding, out);
    auto const worst = worst_of(findings);
    if (worst == Gravity::well) out << findings.size() << " checks, all well.\n";
    return static_cast<int>(worst == Gravity::illness ? Exit::not_verified : Exit::done);
}

}  // namespace app

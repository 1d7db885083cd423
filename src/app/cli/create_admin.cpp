#include "app/cli/create_admin.hpp"

#include <ostream>

#include <CLI/CLI.hpp>

#include "app/cli.hpp"
#include "app/installation.hpp"
#include "signin/set_up_actions.hpp"

namespace app {

int create_admin(std::span<std::string const> arguments, std::ostream& out, std::ostream& err) {
    CLI::App command("Make an administrator; prints the link that sets their password", "obverse admin create");
    SettingFlags flags(command);
    signin::NewAdministrator wanted;
    command.add_option("--organisation", wanted.organisation, "Slug of one that is there, or the name of a new one")
        ->required();
    command.add_option("--name", wanted.name, "Name as the person wants to be called")->required();
    command.add_option("--sign-in-name", wanted.sign_in_name, "Two to 64 of a-z 0-9 . _ -")->required();
    command.add_option("--email", wanted.email, "Address, where there is one");
    if (auto exit = parse_arguments(command, arguments, out, err)) return static_cast<int>(*exit);
    auto const [installation, exit_code] = open_installation(flags, err);
    if (!installation) return static_cast<int>(exit_code);

    auto& house = *installation;
    auto created = house.database().write([&](db::Tx& tx) {
        return signin::create_administrator(tx, wanted, house.clock().wall(), house.clock().now());
    });
    if (!created) return static_cast<int>(say(created.refusal(), err));
    out << house.place().public_url << signin::password_link_path(house.keys(), created->organisation, created->link)
        << "\n";
    return static_cast<int>(Exit::done);
}

}  // namespace app

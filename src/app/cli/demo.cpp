#include "app/cli/demo.hpp"

#include <charconv>
#include <optional>
#include <ostream>

#include <CLI/CLI.hpp>

#include "app/cli.hpp"
#include "app/demo.hpp"
#include "app/installation.hpp"
#include "organisation/installation_actions.hpp"
#include "platform/http/proxy.hpp"

namespace app {

namespace {

void print_accounts(std::string const& public_url, std::ostream& out) {
    out << kDemoOrganisation << " stands at " << public_url << ". Who can sign in:\n\n";
    for (auto const& account : demo_accounts()) {
        std::string name(account.sign_in_name);
        name.resize(18, ' ');
        out << "  " << name << account.password << "   (" << account.words << ")\n";
    }
    out << "\nEverybody else signs in as first.last with \"" << kDemoPassword << "\".\n";
}

// "7d", "36h": whole days or hours.
std::optional<base::Duration> read_distance(std::string_view text) {
    if (text.size() < 2) return std::nullopt;
    int many = 0;
    auto const* end = text.data() + text.size() - 1;
    auto const [at, error] = std::from_chars(text.data(), end, many);
    if (error != std::errc{} || at != end || many < 0 || many > 3660) return std::nullopt;
    if (text.back() == 'd') return std::chrono::hours(24 * many);
    if (text.back() == 'h') return std::chrono::hours(many);
    return std::nullopt;
}

}  // namespace

int fill_with_demo(std::span<std::string const> arguments, std::ostream& out, std::ostream& err) {
    CLI::App command("Make the demo organisation; a second call only says who can sign in", "obverse demo");
    SettingFlags flags(command);
    std::uint64_t seed = 7;
    command.add_option("--seed", seed, "The same seed makes the same people, wishes and pairs");
    if (auto exit = parse_arguments(command, arguments, out, err)) return static_cast<int>(*exit);
    auto const [installation, exit_code] = open_installation(flags, err);
    if (!installation) return static_cast<int>(exit_code);
    auto const& place = installation->place();
    if (!http::is_loopback(place.server.address))
        return static_cast<int>(say(demo_stays_home(place.server.address), err));
    auto const made = make_demo(installation->house(), seed);
    if (!made) return static_cast<int>(say(made.refusal(), err));
    print_accounts(place.public_url, out);
    return static_cast<int>(Exit::done);
}

int travel_in_demo(std::span<std::string const> arguments, std::ostream& out, std::ostream& err) {
    CLI::App command("Move the clock of a demo forward; nobody is signed out by it", "obverse demo travel");
    SettingFlags flags(command);
    std::string distance;
    command.add_option("distance", distance, "How far: 7d or 36h")->required();
    if (auto exit = parse_arguments(command, arguments, out, err)) return static_cast<int>(*exit);
    auto const by = read_distance(distance);
    if (!by) {
        err << "obverse: a distance is a whole number of days or hours, such as 7d or 36h (distance_malformed)\n";
        return static_cast<int>(Exit::wrong_arguments);
    }
    auto const [installation, exit_code] = open_installation(flags, err);
    if (!installation) return static_cast<int>(exit_code);
    auto& house = installation->house();
    auto const ahead = house.tools().database.write([&](db::Tx& tx) { return organisation::travel(tx, *by); });
    if (!ahead) return static_cast<int>(say(ahead.refusal(), err));
    // What falls due on the way is done here too, so that the next look finds it done with or without a server.
    house.tools().clock.set_travelled(*ahead);
    house.round();
    house.drain();
    out << "It is now " << base::to_text(base::utc_day(house.tools().clock.now())) << " in the demo.\n";
    return static_cast<int>(Exit::done);
}

}  // namespace app

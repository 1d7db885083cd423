#include "app/cli/lottery.hpp"

#include <algorithm>
#include <ostream>
#include <set>
#include <sstream>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "app/cli.hpp"
#include "app/cli/table_file.hpp"
#include "base/text.hpp"
#include "platform/csv.hpp"
#include "programme/waiting_list.hpp"

namespace app {

namespace {

using programme::EnrolmentId;

base::Refusal wrong_ticket(std::string const& path, int line, std::string code, std::string const& what) {
    return {base::RefusalKind::invalid,
            std::move(code),
            fmt::format("{} line {}: {}", path, line, what),
            {},
            {{"file", path}, {"line", std::to_string(line)}}};
}
base::Refusal no_tickets(std::string const& path) {
    return {base::RefusalKind::invalid, "no_tickets", path + ": holds no ticket.", {}, {{"file", path}}};
}

// One ticket a line; blank lines are passed over.
base::Result<std::vector<EnrolmentId>> read_tickets(std::string const& path) {
    TRY(text, read_file(path));
    std::istringstream lines(text);
    std::vector<EnrolmentId> tickets;
    std::set<EnrolmentId> seen;
    std::string line;
    for (int number = 1; std::getline(lines, line); ++number) {
        auto const word = base::trim(line);
        if (word.empty()) continue;
        auto const ticket = EnrolmentId::parse(word);
        if (!ticket) return wrong_ticket(path, number, "ticket_wrong", "\"" + word + "\" is not a ticket.");
        if (!seen.insert(*ticket).second)
            return wrong_ticket(path, number, "ticket_twice", "the ticket " + word + " stands twice.");
        tickets.push_back(*ticket);
    }
    if (tickets.empty()) return no_tickets(path);
    return tickets;
}

}  // namespace

int replay_lottery(std::span<std::string const> arguments, std::ostream& out, std::ostream& err) {
    CLI::App command("Replay the draw of a programme from its published number", "obverse lottery");
    std::int64_t seed = 0;
    std::string path;
    command.add_option("--seed", seed, "The published number")
        ->required()
        ->check(CLI::Range(std::int64_t{0}, std::int64_t{1} << 53));
    command.add_option("--tickets", path, "The tickets of one side, one a line, in any order")->required();
    if (auto exit = parse_arguments(command, arguments, out, err)) return static_cast<int>(*exit);
    auto const tickets = read_tickets(path);
    if (!tickets) return static_cast<int>(say(tickets.refusal(), err));
    out << csv::write_row(std::vector<std::string>{"place", "ticket", "number"});
    int place = 0;
    for (auto const& ticket : programme::draw(*tickets, seed))
        out << csv::write_row(
            std::vector<std::string>{std::to_string(++place), ticket.text(), programme::draw_number(seed, ticket)});
    return static_cast<int>(Exit::done);
}

}  // namespace app

#include "app/cli/plan.hpp"

#include <ostream>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "app/cli.hpp"
#include "app/cli/couples_file.hpp"
#include "app/cli/table_file.hpp"
#include "app/cli/two_tables.hpp"
#include "base/text.hpp"
#include "matching/file_plan.hpp"
#include "platform/json.hpp"

namespace app {

namespace {

struct PlanOptions {
    TablePaths tables;
    std::string rules_path;
    std::string locks_path;
    std::string bans_path;
    std::string report_path;
    matching::Capacities capacities;
};

base::Result<matching::FilePlan> plan_files(PlanOptions const& options) {
    TRY(text, read_file(options.rules_path));
    TRY(rules, matching::read_rule_file(text));
    TRY(tables, read_tables(options.tables, rules));
    TRY(made, make_snapshot(rules, tables.mentors, tables.mentees, options.capacities));
    TRY(locks, read_couples(options.locks_path, made));
    TRY(bans, read_couples(options.bans_path, made));
    TRY(plan, make_file_plan(rules, tables.mentors, tables.mentees, options.capacities, made,
                             {std::move(locks), std::move(bans)}));
    if (!options.report_path.empty()) TRY_VOID(write_file(options.report_path, json::write(plan) + "\n"));
    return plan;
}

std::string name_of(matching::ListSide side, std::int64_t people) {
    return std::string(side == matching::ListSide::mentor ? "mentor" : "mentee") + (people == 1 ? "" : "s");
}

std::string sentence_on(matching::MissingRows const& missing) {
    std::vector<std::string> cells;
    for (auto const& cell : missing.cells) cells.push_back(cell.column + " \"" + cell.value + "\"");
    return fmt::format("{} more {}{}{}: {} pairs", missing.people, name_of(missing.side, missing.people),
                       cells.empty() ? "" : " with " + base::join(cells, ", "),
                       missing.places_each == 1 ? "" : fmt::format(", {} places each", missing.places_each),
                       missing.pairs);
}

void print_plan(matching::FilePlan const& plan, std::ostream& out) {
    out << fmt::format("{} pairs are possible; {} places of mentors, {} of mentees\n", plan.pairs, plan.mentor_places,
                       plan.mentee_places);
    for (auto const& missing : plan.missing_people) out << sentence_on(missing) << "\n";
    for (auto const& rule : plan.rules) out << fmt::format("without \"{}\": {} more\n", rule.rule, rule.pairs);
    for (auto const& places : plan.places)
        out << fmt::format("one place more for each of {} {}: {} more\n", places.people,
                           name_of(places.side, places.people), places.pairs);
}

}  // namespace

int plan_match(std::span<std::string const> arguments, std::ostream& out, std::ostream& err) {
    CLI::App command("Say who or what is missing for two tables of people", "obverse plan");
    PlanOptions options;
    declare_tables(command, options.tables);
    static constexpr int kMostPlaces = 1000;
    command.add_option("--rules", options.rules_path, "Rules file, JSON (docs/rules.md)")->required();
    command.add_option("--locks", options.locks_path, "CSV of pairs to keep together: mentor, mentee");
    command.add_option("--bans", options.bans_path, "CSV of pairs to keep apart: mentor, mentee");
    command.add_option("--mentor-capacity", options.capacities.mentor, "Places of each mentor, newcomers too (1)")
        ->check(CLI::Range(0, kMostPlaces));
    command.add_option("--mentee-capacity", options.capacities.mentee, "Places of each mentee, newcomers too (1)")
        ->check(CLI::Range(0, kMostPlaces));
    command.add_option("--report", options.report_path, "Also write all of it as JSON");
    command.callback([&] { require_tables(options.tables); });
    if (auto exit = parse_arguments(command, arguments, out, err)) return static_cast<int>(*exit);
    auto const plan = plan_files(options);
    if (!plan) return static_cast<int>(print_refusal(err, options.rules_path, plan.refusal()));
    print_plan(*plan, out);
    return static_cast<int>(Exit::done);
}

}  // namespace app

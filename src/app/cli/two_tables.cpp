#include "app/cli/two_tables.hpp"

#include <optional>
#include <ostream>

#include <CLI/CLI.hpp>

#include "app/cli/table_file.hpp"
#include "matching/engine/in_parts.hpp"

namespace app {

void declare_tables(CLI::App& command, TablePaths& paths) {
    auto* mentors = command.add_option("--mentors", paths.mentors, "CSV of those who bring the knowledge");
    auto* mentees = command.add_option("--mentees", paths.mentees, "CSV of those who learn");
    auto* people = command.add_option("--people", paths.people, "CSV that holds both sides");
    mentors->needs(mentees)->excludes(people);
    mentees->needs(mentors)->excludes(people);
}

void require_tables(TablePaths const& paths) {
    if (paths.people.empty() && paths.mentors.empty()) throw CLI::RequiredError("--mentors and --mentees, or --people");
}

base::Result<TwoTables> read_tables(TablePaths const& paths, matching::RuleFile const& rules, unsigned threads) {
    if (paths.people.empty()) {
        std::optional<base::Result<matching::Table>> one;
        std::optional<base::Result<matching::Table>> other;
        matching::engine::side_by_side(
            threads, [&] { one.emplace(read_table(paths.mentors)); },
            [&] { other.emplace(read_table(paths.mentees)); });
        TRY(mentors, *std::move(one));
        TRY(mentees, *std::move(other));
        return TwoTables{std::move(mentors), std::move(mentees)};
    }
    TRY(people, read_table(paths.people));
    TRY(mentors, rows_of_side(rules, people, matching::ListSide::mentor));
    TRY(mentees, rows_of_side(rules, people, matching::ListSide::mentee));
    return TwoTables{std::move(mentors), std::move(mentees)};
}

Exit print_refusal(std::ostream& err, std::string const& rules_path, base::Refusal const& refusal) {
    err << "obverse: " << refusal.detail << " (" << refusal.code << ")\n";
    for (auto const& error : refusal.errors) {
        err << "  " << rules_path << " " << (error.pointer.empty() ? "/" : error.pointer) << ": " << error.code;
        for (auto const& [name, value] : error.params) err << ' ' << name << '=' << value;
        err << '\n';
    }
    return Exit::refused;
}

}  // namespace app

#pragma once
// The two sides of `obverse match` and `obverse plan`: two tables, or one that holds both.

#include <iosfwd>
#include <string>

#include "app/cli.hpp"
#include "matching/rule_file.hpp"

namespace app {

struct TablePaths {
    std::string mentors;  // or
    std::string people;   // one file that holds both sides
    std::string mentees;
};
struct TwoTables {
    matching::Table mentors;
    matching::Table mentees;
};

// --mentors with --mentees, or --people.
void declare_tables(CLI::App& command, TablePaths& paths);
// In a callback of the command: throws where neither is said.
void require_tables(TablePaths const& paths);

base::Result<TwoTables> read_tables(TablePaths const& paths, matching::RuleFile const& rules, unsigned threads = 1);

// The sentence, and each mistake of the rules file with its place.
Exit print_refusal(std::ostream& err, std::string const& rules_path, base::Refusal const& refusal);

}  // namespace app

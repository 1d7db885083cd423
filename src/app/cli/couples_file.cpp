#include "app/cli/couples_file.hpp"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "app/cli/table_file.hpp"
#include "base/text.hpp"

namespace app {

namespace {

using matching::engine::Couple;
using matching::engine::Index;
using Positions = std::map<std::string, Index>;

base::Refusal no_such_column(std::string const& path, std::string const& column) {
    return {base::RefusalKind::invalid,
            "column_missing",
            path + ": there is no column \"" + column + "\".",
            {},
            {{"file", path}, {"column", column}}};
}
base::Refusal person_unknown(std::string const& path, std::int32_t line, std::string const& name) {
    return {base::RefusalKind::invalid,
            "person_unknown",
            fmt::format("{} line {}: nobody on that side is called \"{}\".", path, line, name),
            {},
            {{"file", path}, {"line", std::to_string(line)}, {"person", name}}};
}

base::Refusal same_person(std::string const& path, std::int32_t line, std::string const& name) {
    return {base::RefusalKind::invalid,
            "same_person",
            fmt::format("{} line {}: \"{}\" stands on both sides of one couple.", path, line, name),
            {},
            {{"file", path}, {"line", std::to_string(line)}, {"person", name}}};
}

Positions positions_of(std::vector<std::string> const& names) {
    Positions positions;
    for (Index i = 0; i < names.size(); ++i) positions.emplace(base::fold(names[i]), i);
    return positions;
}

base::Result<std::size_t> find_column(matching::Table const& table, std::string const& column) {
    auto const at = std::find(table.columns.begin(), table.columns.end(), column);
    if (at == table.columns.end()) return no_such_column(table.name, column);
    return static_cast<std::size_t>(at - table.columns.begin());
}

base::Result<Index> find_person(matching::Table const& table, matching::Table::Row const& row, std::size_t column,
                                Positions const& positions) {
    auto const found = positions.find(base::fold(row.cells[column]));
    if (found == positions.end()) return person_unknown(table.name, row.line, base::trim(row.cells[column]));
    return found->second;
}

}  // namespace

base::Result<std::vector<Couple>> read_couples(std::string const& path, matching::FileSnapshot const& made) {
    std::vector<Couple> couples;
    if (path.empty()) return couples;
    TRY(table, read_table(path));
    TRY(mentor_column, find_column(table, "mentor"));
    TRY(mentee_column, find_column(table, "mentee"));
    auto const mentors = positions_of(made.mentors);
    auto const mentees = positions_of(made.mentees);
    for (auto const& row : table.rows) {
        TRY(mentor, find_person(table, row, mentor_column, mentors));
        TRY(mentee, find_person(table, row, mentee_column, mentees));
        if (base::fold(made.mentors[mentor]) == base::fold(made.mentees[mentee]))
            return same_person(table.name, row.line, made.mentors[mentor]);
        couples.push_back({mentor, mentee});
    }
    return couples;
}

std::vector<std::string> couple_cells(matching::FileSnapshot const& made, Couple couple) {
    std::int64_t sum = 0;
    std::vector<std::string> words;
    for (auto const& each : explain_points(made.rules, couple)) {
        sum += each.points;
        words.push_back(fmt::format("{} ({:+})", each.rule, each.points));
    }
    return {made.mentors[couple.mentor], made.mentees[couple.mentee], std::to_string(sum), base::join(words, "; ")};
}

}  // namespace app

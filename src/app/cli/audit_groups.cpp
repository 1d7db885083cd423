#include "app/cli/audit_groups.hpp"

#include <algorithm>
#include <map>
#include <ostream>

#include <fmt/format.h>

#include "app/cli/table_file.hpp"
#include "base/text.hpp"

namespace app {

namespace {

using matching::AuditedPerson;
using People = std::map<std::string, AuditedPerson>;  // by folded name

base::Refusal audit_column_missing(std::string const& path, std::string const& column) {
    return {base::RefusalKind::invalid,
            "column_missing",
            path + ": there is no column \"" + column + "\".",
            {},
            {{"file", path}, {"column", column}}};
}
base::Refusal in_groups(matching::Table const& table, std::int32_t line, std::string code,
                        std::string const& sentence) {
    return {base::RefusalKind::invalid,
            std::move(code),
            fmt::format("{} line {}: {}", table.name, line, sentence),
            {},
            {{"file", table.name}, {"line", std::to_string(line)}}};
}

// Whoever has a place; on both sides they count once.
People people_with_places(matching::FileSnapshot const& made) {
    People people;
    auto const enter = [&](std::vector<matching::engine::Participant> const& side,
                           std::vector<std::string> const& names) {
        for (std::size_t i = 0; i < side.size(); ++i)
            if (side[i].capacity > 0) people.try_emplace(base::fold(names[i]), AuditedPerson{0, 0, {""}});
    };
    enter(made.snapshot.mentors, made.mentors);
    enter(made.snapshot.mentees, made.mentees);
    return people;
}

void give_partners(People& people, matching::FileSnapshot const& made, matching::engine::Assignment const& assignment) {
    for (auto const& c : made.snapshot.candidates) {
        if (!std::binary_search(assignment.couples.begin(), assignment.couples.end(),
                                matching::engine::Couple{c.mentor, c.mentee}))
            continue;
        for (auto const& name : {made.mentors[c.mentor], made.mentees[c.mentee]}) {
            auto& person = people[base::fold(name)];
            ++person.partners;
            person.benefit += c.benefit;
        }
    }
}

base::Result<bool> enter_groups(People& people, matching::FileSnapshot const& made, matching::Table const& table) {
    auto const column = [&](std::string const& name) {
        return static_cast<std::size_t>(std::find(table.columns.begin(), table.columns.end(), name) -
                                        table.columns.begin());
    };
    for (auto const* name : {"person", "group"})
        if (column(name) == table.columns.size()) return audit_column_missing(table.name, name);
    std::map<std::string, bool> was_read;  // everybody of the tables
    for (auto const* names : {&made.mentors, &made.mentees})
        for (auto const& name : *names) was_read.emplace(base::fold(name), false);
    for (auto const& row : table.rows) {
        auto const& name = row.cells[column("person")];
        auto const known = was_read.find(base::fold(name));
        if (known == was_read.end())
            return in_groups(table, row.line, "person_unknown", "nobody is called \"" + base::trim(name) + "\".");
        if (std::exchange(known->second, true))
            return in_groups(table, row.line, "person_twice", "\"" + base::trim(name) + "\" stands twice.");
        if (auto const person = people.find(known->first); person != people.end())
            person->second.groups = {base::trim(row.cells[column("group")])};
    }
    return true;
}

std::string words_on(matching::FairnessRow const& row) {
    auto words =
        fmt::format("{} of {} have a partner ({:.1f} %, {:+.1f} points)", row.reached, row.people,
                    static_cast<double>(row.coverage) / 10.0, static_cast<double>(row.coverage_difference) / 10.0);
    if (row.benefit) words += fmt::format(", {} points each on average", *row.benefit);
    if (row.benefit_difference) words += fmt::format(" ({:+})", *row.benefit_difference);
    return words;
}

}  // namespace

base::Result<matching::FairnessAudit> audit_groups(std::string const& path, matching::FileSnapshot const& made,
                                                   matching::engine::Assignment const& assignment) {
    TRY(table, read_table(path));
    auto people = people_with_places(made);
    give_partners(people, made, assignment);
    TRY_VOID(enter_groups(people, made, table));
    std::vector<AuditedPerson> all;
    for (auto& [name, person] : people) all.push_back(std::move(person));
    return matching::audit_fairness(all, {"group"}, matching::kLeastUploadedGroup);
}

void print_audit(matching::FairnessAudit const& audit, std::ostream& out) {
    auto const compares = !audit.divisions.empty() && !audit.divisions[0].rows.empty();
    out << fmt::format("groups of {} or more, {} of {} people have a partner\n", audit.least_group, audit.reached,
                       audit.people);
    if (!compares) out << "too few people in each group to compare\n";
    for (auto const& division : audit.divisions)
        for (auto const& row : division.rows) {
            auto const name = !row.group           ? fmt::format("{} smaller groups together", row.groups)
                              : row.group->empty() ? std::string("not said")
                                                   : *row.group;
            out << "  " << name << ": " << words_on(row) << "\n";
        }
    out << "A difference is not yet a cause: groups also differ in what they bring and want, in level and in place.\n";
}

}  // namespace app

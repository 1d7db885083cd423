#include "person/people_import.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

#include "base/text.hpp"
#include "person/import_roll.hpp"
#include "person/keeping.hpp"
#include "person/manager_search.hpp"
#include "person/recognition.hpp"
#include "person/reporting_line.hpp"

namespace person {

namespace {

template <class T>
bool take(std::optional<T>& field, std::optional<T> const& cell) {
    if (!cell || field == cell) return false;
    field = cell;
    return true;
}

bool take(std::string& field, std::optional<std::string> const& cell) {
    if (!cell || cell->empty() || field == *cell) return false;
    field = *cell;
    return true;
}

void count_row(ImportFigures& figures, PlannedRow const& row) {
    static std::map<Outcome, std::int32_t ImportFigures::*> const figure_of = {
        {Outcome::added, &ImportFigures::added},         {Outcome::changed, &ImportFigures::changed},
        {Outcome::unchanged, &ImportFigures::unchanged}, {Outcome::refused, &ImportFigures::refused},
        {Outcome::name_only, &ImportFigures::name_only}, {Outcome::left_out, &ImportFigures::left_out}};
    ++figures.rows_read;
    ++(figures.*figure_of.at(row.outcome));
    if (row.is_repaired) ++figures.repaired;
}

class Planning {
  public:
    Planning(ImportFile const& file, ColumnMapping const& mapping, ImportGround const& ground, base::Random& random)
        : roll_(file, mapping, ground, random) {}

    ImportPlan plan() {
        recognise_rows(roll_);
        apply_cells();
        managers_ = find_managers(roll_);
        draw_tree();
        keep_needed(roll_);
        count();
        return std::move(roll_.plan);
    }

  private:
    void apply_cells();
    void apply(Person& person, ImportCells const& cells);
    void give_email(Person& person, ImportCells const& cells);
    void give_sign_in_name(Person& person, ImportCells const& cells);
    void draw_tree();
    void keep_earlier_counts(std::vector<Link>& links, std::unordered_map<PersonId, std::size_t> const& place_of) const;
    [[nodiscard]] std::optional<std::size_t> named_top() const;
    void place(Tree const& tree);
    void report_tree(Tree const& tree);
    void count();
    PlannedRow planned_row(std::size_t row);
    [[nodiscard]] Outcome outcome_of(std::size_t at) const;
    [[nodiscard]] PlannedPerson planned_person(std::size_t at) const;

    ImportRoll roll_;
    NamedManagers managers_;
    std::set<std::string> sign_in_names_;
    std::set<std::int32_t> repaired_lines_;
};

void Planning::apply_cells() {
    auto const& known = roll_.ground.people;
    for (auto const& person : known)
        if (person.sign_in_name) sign_in_names_.insert(*person.sign_in_name);
    for (std::size_t at = 0; at < roll_.entries.size(); ++at) {
        auto& entry = roll_.entries[at];
        if (!entry.row) continue;
        apply(entry.person, roll_.cells[*entry.row]);
        entry.is_changed = entry.is_new || entry.person != known[at];
    }
    for (std::size_t at = 0; at < roll_.entries.size(); ++at) {
        auto const& person = roll_.entries[at].person;
        roll_.by_name.add(name_key(person.name), at);
        if (person.called_name) roll_.by_name.add(name_key(*person.called_name), at);
    }
}

void Planning::apply(Person& person, ImportCells const& cells) {
    take(person.name, cells.name);
    take(person.called_name, cells.called_name);
    take(person.pronouns, cells.pronouns);
    take(person.department, cells.department);
    take(person.site, cells.site);
    take(person.job_title, cells.job_title);
    take(person.level, cells.level);
    take(person.time_zone, cells.time_zone);
    take(person.language, cells.language);
    take(person.hired_on, cells.hired_on);
    give_email(person, cells);
    if (person.is_name_only) {
        person.is_name_only = false;
        person.is_active = true;
        if (person.removable_at) person.removable_at = roll_.ground.now + kKeptUninvited;
    }
    give_sign_in_name(person, cells);
    if (take(person.left_on, cells.left_on) && has_left(person.left_on, roll_.ground.today) && person.is_active) {
        person.is_active = false;
        ++person.sign_in_epoch;
    }
}

// A made address never replaces one that somebody gave.
void Planning::give_email(Person& person, ImportCells const& cells) {
    auto is_made = !roll_.header_of(PersonField::email);
    if (person.email && roll_.mapping.email_pattern && is_made) return;
    if (take(person.email, cells.email) && is_made) ++roll_.plan.report.emails_made;
}

void Planning::give_sign_in_name(Person& person, ImportCells const& cells) {
    auto is_taken = [&](auto const& name) { return sign_in_names_.contains(name); };
    if (cells.sign_in_name && !person.sign_in_name && !is_taken(*cells.sign_in_name)) {
        person.sign_in_name = cells.sign_in_name;
    } else if (!person.sign_in_name) {
        person.sign_in_name = free_sign_in_name(sign_in_name_from({cells.name, cells.given, cells.family}), is_taken);
        ++roll_.plan.report.sign_in_names_made;
    }
    sign_in_names_.insert(*person.sign_in_name);
}

void Planning::draw_tree() {
    std::unordered_map<PersonId, std::size_t> place_of;
    for (std::size_t at = 0; at < roll_.entries.size(); ++at) place_of[roll_.entries[at].person.id] = at;
    std::vector<Link> links;
    for (auto& entry : roll_.entries) {
        if (!entry.names_manager && entry.person.manager_id) entry.manager = place_of.at(*entry.person.manager_id);
        links.push_back({.manager = entry.manager,
                         .is_confirmed_outside = entry.person.outside_confirmed_at.has_value(),
                         .is_counted = entry.person.is_active});
    }
    if (static_cast<std::int32_t>(roll_.file.rows.size()) * 2 < roll_.ground.headcount)
        keep_earlier_counts(links, place_of);
    auto tree = build_tree(links, named_top());
    place(tree);
    report_tree(tree);
}

// A few rows beside a whole house: whom an earlier file counted beyond our rows still counts.
void Planning::keep_earlier_counts(std::vector<Link>& links,
                                   std::unordered_map<PersonId, std::size_t> const& place_of) const {
    std::vector<Link> earlier;
    std::vector<std::int32_t> people_under;
    for (auto const& person : roll_.ground.people) {
        Link link;
        link.is_counted = person.is_active;
        if (person.manager_id) link.manager = place_of.at(*person.manager_id);
        earlier.push_back(link);
        people_under.push_back(person.people_under);
    }
    keep_people_elsewhere(earlier, people_under);
    for (std::size_t at = 0; at < earlier.size(); ++at) links[at].people_elsewhere = earlier[at].people_elsewhere;
}

std::optional<std::size_t> Planning::named_top() const {
    if (auto const& top = roll_.mapping.top) {
        if (auto found = roll_.by_external_id.find(*top)) return found;
        if (auto found = roll_.by_email.find(base::fold(*top))) return found;
        if (auto found = roll_.by_name.find(name_key(speak(*top).whole))) return found;
        auto named = managers_.by_key.find(name_key(*top));
        if (named != managers_.by_key.end()) return named->second;
    }
    for (std::size_t at = 0; at < roll_.entries.size(); ++at) {
        auto const& entry = roll_.entries[at];
        if (roll_.ground.top_id == entry.person.id && entry.manager.value_or(at) == at) return at;
    }
    return std::nullopt;
}

void Planning::place(Tree const& tree) {
    for (std::size_t at = 0; at < roll_.entries.size(); ++at) {
        auto& entry = roll_.entries[at];
        entry.manager = tree.managers[at];
        entry.person.manager_id.reset();
        if (entry.manager) entry.person.manager_id = roll_.entries[*entry.manager].person.id;
        entry.person.line_state = tree.line_states[at];
        entry.person.people_under = tree.people_under[at];
    }
    if (tree.top) roll_.plan.top_id = roll_.entries[*tree.top].person.id;
}

void Planning::report_tree(Tree const& tree) {
    auto name = [&](std::size_t at) { return roll_.entries[at].person.name; };
    auto& report = roll_.plan.report;
    report.headcount = tree.headcount;
    if (tree.top) report.top = name(*tree.top);
    for (auto const& branch : tree.broken) report.broken_lines.push_back({name(branch.head), branch.people_under});
    for (auto const& cycle : tree.cycles) {
        auto& names = report.cycles.emplace_back();
        for (auto at : cycle) names.push_back(name(at));
    }
    for (auto const& [at, people] : managers_.reports_of) report.managers_without_row.push_back({name(at), people});
    std::stable_sort(report.managers_without_row.begin(), report.managers_without_row.end(),
                     [](auto const& a, auto const& b) { return a.people > b.people; });
    for (auto const& [manager, people] : managers_.ambiguous) report.ambiguous_managers.push_back({manager, people});
}

void Planning::count() {
    auto& plan = roll_.plan;
    for (auto const& problem : plan.problems)
        if (problem.is_repaired) repaired_lines_.insert(problem.line);
    for (std::size_t row = 0; row < roll_.file.rows.size(); ++row) plan.rows.push_back(planned_row(row));
    for (auto const& row : plan.rows) count_row(plan.figures, row);
    for (std::size_t at = 0; at < roll_.entries.size(); ++at) {
        auto const& entry = roll_.entries[at];
        if (!entry.is_new && !entry.row && entry.person.is_active && !entry.person.is_name_only)
            ++plan.report.not_in_file;
        if (!entry.is_kept) continue;
        auto planned = planned_person(at);
        if (planned.is_new || planned.has_new_cells || planned.is_moved) plan.people.push_back(std::move(planned));
    }
    std::stable_sort(plan.problems.begin(), plan.problems.end(),
                     [](auto const& a, auto const& b) { return a.line < b.line; });
}

PlannedRow Planning::planned_row(std::size_t row) {
    PlannedRow planned{
        .line = roll_.file.rows[row].line, .outcome = Outcome::refused, .person_id = {}, .cells = roll_.cells[row]};
    auto at = roll_.entry_of_row[row];
    if (!at) return planned;
    auto const& entry = roll_.entries[*at];
    planned.outcome = outcome_of(*at);
    planned.is_repaired = repaired_lines_.contains(planned.line);
    if (!entry.is_new) planned.person_id = entry.person.id;
    if (has_left(entry.person.left_on, roll_.ground.today)) ++roll_.plan.report.leavers;
    return planned;
}

Outcome Planning::outcome_of(std::size_t at) const {
    auto const& entry = roll_.entries[at];
    if (!entry.is_kept) return Outcome::left_out;
    if (entry.person.is_name_only) return Outcome::name_only;
    if (entry.is_new || roll_.ground.people[at].is_name_only) return Outcome::added;
    auto is_moved = roll_.ground.people[at].manager_id != entry.person.manager_id;
    return entry.is_changed || is_moved ? Outcome::changed : Outcome::unchanged;
}

PlannedPerson Planning::planned_person(std::size_t at) const {
    auto const& after = roll_.entries[at].person;
    PlannedPerson planned{.after = after, .is_new = roll_.entries[at].is_new};
    if (planned.is_new) return planned;
    auto const& before = roll_.ground.people[at];
    auto in_old_place = after;
    in_old_place.manager_id = before.manager_id;
    in_old_place.line_state = before.line_state;
    in_old_place.people_under = before.people_under;
    planned.has_new_cells = in_old_place != before;
    planned.is_moved = in_old_place != after;
    planned.loses_access = before.is_active && !after.is_active;
    planned.is_reduced = after.is_name_only && !before.is_name_only;
    return planned;
}

}  // namespace

ImportPlan plan_import(ImportFile const& file, ColumnMapping const& mapping, ImportGround const& ground,
                       base::Random& random) {
    return Planning(file, mapping, ground, random).plan();
}

}  // namespace person

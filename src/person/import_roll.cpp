#include "person/import_roll.hpp"

namespace person {

void RollIndex::add(std::string const& key, std::size_t entry) {
    if (key.empty()) return;
    auto [at, is_fresh] = entries_.try_emplace(key, entry);
    if (!is_fresh && at->second != entry) at->second.reset();
}

std::optional<std::size_t> RollIndex::find(std::string const& key) const {
    auto found = entries_.find(key);
    return found == entries_.end() ? std::nullopt : found->second;
}

bool RollIndex::is_shared(std::string const& key) const {
    auto found = entries_.find(key);
    return found != entries_.end() && !found->second;
}

std::string name_and_day(std::string const& name, std::optional<base::Day> hired_on) {
    return name_key(name) + "\n" + (hired_on ? base::to_text(*hired_on) : "");
}

ImportRoll::ImportRoll(ImportFile const& of_file, ColumnMapping const& by_mapping, ImportGround const& on_ground,
                       base::Random& random)
    : file(of_file), mapping(by_mapping), ground(on_ground), entry_of_row(of_file.rows.size()), random_(random) {
    plan.problems = file.problems;
    plan.report.file = file.notes;
    for (auto const& row : file.rows) cells.push_back(row.cells);
    for (auto const& person : ground.people) {
        entries.push_back({.person = person, .row = {}, .manager = {}});
        by_external_id.add(person.external_id.value_or(""), last());
        by_email.add(person.email.value_or(""), last());
        by_name_and_day.add(name_and_day(person.name, person.hired_on), last());
    }
}

RollEntry& ImportRoll::add(std::string const& name) {
    RollEntry entry{.person = {}, .row = {}, .is_new = true, .is_changed = true, .manager = {}};
    entry.person.id = PersonId::make(random_);
    entry.person.name = name;
    entry.person.language = ground.language;
    entry.person.time_zone = ground.time_zone;
    entry.person.created_at = ground.now;
    entries.push_back(std::move(entry));
    return entries.back();
}

std::optional<std::string> ImportRoll::header_of(PersonField field) const {
    for (auto const& column : mapping.columns)
        if (column.field == field) return column.header;
    return std::nullopt;
}

void ImportRoll::refuse(std::size_t row, ProblemReason reason, PersonField field, std::optional<std::string> value) {
    add_problem(row, reason, field, std::move(value), false);
}

void ImportRoll::repair(std::size_t row, ProblemReason reason, PersonField field, std::optional<std::string> value) {
    add_problem(row, reason, field, std::move(value), true);
}

void ImportRoll::add_problem(std::size_t row, ProblemReason reason, PersonField field, std::optional<std::string> value,
                             bool is_repaired) {
    plan.problems.push_back({.line = file.rows[row].line,
                             .column_name = header_of(field),
                             .value = std::move(value),
                             .reason = reason,
                             .is_repaired = is_repaired});
}

}  // namespace person

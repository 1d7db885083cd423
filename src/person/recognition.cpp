#include "person/recognition.hpp"

#include <algorithm>

namespace person {

namespace {

bool goes_by_name(ImportCells const& cells) {
    return !cells.external_id && !cells.email;
}

std::optional<std::size_t> find_known(ImportRoll const& roll, ImportCells const& cells) {
    auto const& entries = roll.entries;
    if (cells.external_id)
        if (auto found = roll.by_external_id.find(*cells.external_id)) return found;
    // Somebody known under another number is somebody else, whatever the address or name.
    auto may_be = [&](std::optional<std::size_t> found) {
        return found &&
               (!cells.external_id || !entries[*found].person.external_id || entries[*found].person.is_name_only);
    };
    if (cells.email)
        if (auto found = roll.by_email.find(*cells.email); may_be(found)) return found;
    if (roll.mapping.recognise_by_name)
        if (auto found = roll.by_name_and_day.find(name_and_day(cells.name, cells.hired_on)); may_be(found))
            return found;
    // A manager who was only a name so far, and now has a row.
    auto named = roll.by_name_and_day.find(name_and_day(cells.name, std::nullopt));
    if (named && entries[*named].person.is_name_only && !entries[*named].row) return named;
    return std::nullopt;
}

void refuse_second_row(ImportRoll& roll, std::size_t row) {
    auto const& cells = roll.cells[row];
    if (cells.external_id)
        roll.refuse(row, ProblemReason::twice_in_file, PersonField::external_id, cells.external_id);
    else if (cells.email)
        roll.refuse(row, ProblemReason::twice_in_file, PersonField::email, cells.email);
    else
        roll.refuse(row, ProblemReason::twice_in_file, PersonField::name, cells.name);
}

// SECURITY.md, on administrators: whoever holds somebody's address can become them.
void keep_address(ImportRoll& roll, std::size_t row, std::optional<std::size_t> known) {
    auto& email = roll.cells[row].email;
    if (!known || !email || roll.ground.may_change_addresses || !roll.header_of(PersonField::email)) return;
    auto const& own = roll.entries[*known].person.email;
    if (!own || own == email) return;
    roll.repair(row, ProblemReason::email_kept, PersonField::email, email);
    email.reset();
}

// Two people cannot sign in with one address: the second keeps none.
void drop_shared_email(ImportRoll& roll, std::size_t row, std::optional<std::size_t> known) {
    auto& email = roll.cells[row].email;
    if (!email || !roll.by_email.has(*email)) return;
    auto owner = roll.by_email.find(*email);
    if (owner && owner == known) return;
    if (!roll.mapping.email_pattern || roll.header_of(PersonField::email))
        roll.repair(row, ProblemReason::email_shared, PersonField::email, email);
    email.reset();
}

// An organisation keeps at least one administrator, whatever a file says.
void keep_only_administrator(ImportRoll& roll, std::size_t row, std::optional<std::size_t> known) {
    auto& left_on = roll.cells[row].left_on;
    auto const& administrators = roll.ground.administrators;
    auto holds_it = known && std::find(administrators.begin(), administrators.end(), roll.entries[*known].person.id) !=
                                 administrators.end();
    if (!holds_it || !has_left(left_on, roll.ground.today)) return;
    if (++roll.administrators_leaving < administrators.size()) return;
    roll.repair(row, ProblemReason::last_administrator, PersonField::left_on, base::to_text(*left_on));
    left_on.reset();
}

std::size_t add_person(ImportRoll& roll, std::size_t row) {
    roll.add(roll.cells[row].name).person.removable_at = roll.ground.now + kKeptUninvited;
    return roll.last();
}

void recognise(ImportRoll& roll, std::size_t row) {
    auto const& cells = roll.cells[row];
    if (goes_by_name(cells) && !roll.mapping.recognise_by_name)
        return roll.refuse(row, ProblemReason::id_missing, PersonField::external_id, std::nullopt);
    auto known = find_known(roll, cells);
    if (known && roll.entries[*known].row) return refuse_second_row(roll, row);
    if (goes_by_name(cells) && roll.header_of(PersonField::external_id))
        roll.repair(row, ProblemReason::recognised_by_name, PersonField::name, cells.name);
    keep_address(roll, row, known);
    drop_shared_email(roll, row, known);
    keep_only_administrator(roll, row, known);
    auto at = known ? *known : add_person(roll, row);
    roll.entries[at].row = row;
    // At once, so that a later row with another number is not taken for the same person.
    if (cells.external_id) roll.entries[at].person.external_id = cells.external_id;
    roll.entry_of_row[row] = at;
    roll.by_external_id.add(cells.external_id.value_or(""), at);
    roll.by_email.add(cells.email.value_or(""), at);
    roll.by_name_and_day.add(name_and_day(cells.name, cells.hired_on), at);
}

}  // namespace

void recognise_rows(ImportRoll& roll) {
    for (std::size_t row = 0; row < roll.file.rows.size(); ++row)
        if (!roll.file.rows[row].is_refused) recognise(roll, row);
}

}  // namespace person

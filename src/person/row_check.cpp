#include "person/row_check.hpp"

#include <algorithm>

#include "person/person.hpp"
#include "person/written_cell.hpp"

namespace person {

namespace {

constexpr std::size_t kLongestCell = 300;

class RowCheck {
  public:
    RowCheck(ImportTable const& table, base::Day today) : table_(table), today_(today) {}

    std::optional<Problem> why_unreadable(TableRow const& row) const {
        auto refused = [&](std::optional<PersonField> field, ProblemReason reason) {
            Problem problem{.line = row.line, .column_name = {}, .value = {}, .reason = reason, .is_repaired = false};
            if (field) problem.column_name = table_.header_of(*field);
            if (field) problem.value = table_.text_at(row, *field);
            return problem;
        };
        if (row.cell_count > table_.width && !row.ends_blank) return refused({}, ProblemReason::too_many_cells);
        auto is_short = row.cell_count < table_.width && !table_.cuts_rows_short;
        auto names_a_number = [&](PersonField field) { return !fits(field, table_.text_at(row, field).value_or("")); };
        if (is_short || count_misfits(row) > 1 || names_a_number(PersonField::name) ||
            names_a_number(PersonField::manager_name))
            return shifted(row);
        auto names = {PersonField::name, PersonField::given_name, PersonField::family_name};
        if (std::none_of(names.begin(), names.end(), [&](auto field) { return table_.text_at(row, field); }))
            return refused(table_.has(PersonField::name) ? PersonField::name : PersonField::family_name,
                           ProblemReason::name_missing);
        for (auto const& column : table_.columns) {
            if (table_.text_at(row, column.field).value_or("").size() <= kLongestCell) continue;
            auto problem = refused(column.field, ProblemReason::too_long);
            problem.value.reset();
            return problem;
        }
        return std::nullopt;
    }

  private:
    // Names the cell that shows it: a number among names first, then the first that cannot be what its column says.
    Problem shifted(TableRow const& row) const {
        Problem problem{
            .line = row.line, .column_name = {}, .value = {}, .reason = ProblemReason::shifted, .is_repaired = false};
        std::vector<PersonField> fields{PersonField::manager_name, PersonField::name};
        for (auto const& column : table_.columns) fields.push_back(column.field);
        for (auto field : fields) {
            auto text = table_.text_at(row, field);
            if (!text || fits(field, *text)) continue;
            problem.column_name = table_.header_of(field);
            problem.value = text;
            break;
        }
        return problem;
    }

    std::size_t count_misfits(TableRow const& row) const {
        return static_cast<std::size_t>(
            std::count_if(table_.columns.begin(), table_.columns.end(), [&](auto const& column) {
                auto text = table_.text_at(row, column.field);
                return text && !fits(column.field, *text);
            }));
    }

    bool fits(PersonField field, std::string const& cell) const {
        switch (field) {
            case PersonField::hired_on:
            case PersonField::left_on:
                return cell.empty() || read_written_day(cell, today_);
            case PersonField::email:
            case PersonField::manager_email:
                return cell.empty() || read_email(cell);
            case PersonField::manager_name:
                return table_.managers_are_numbers || !is_number(cell);
            case PersonField::name:
                return !is_number(cell);
            default:
                return true;
        }
    }

    ImportTable const& table_;
    base::Day today_;
};

}  // namespace

std::optional<Problem> why_unreadable(ImportTable const& table, TableRow const& row, base::Day today) {
    return RowCheck(table, today).why_unreadable(row);
}

}  // namespace person

#pragma once
// What an import would do: each row added, changed, unchanged or refused (together: all rows), and the reporting tree
// that follows. Pure: the dry run shows the plan, and applying makes it again from the staged cells, so that a second
// application of the same file finds nothing left to do.
//
// Recognised by external id, then by e-mail, then (confirmed) by name and hiring day. A blank cell changes nothing.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <boost/describe.hpp>

#include "base/random.hpp"
#include "person/import_row.hpp"
#include "person/person.hpp"

namespace person {

enum class Outcome {
    added,
    changed,
    unchanged,
    refused,
    name_only,  // kept as a name and a place in the tree only: not listed, or not invited within 90 days
    left_out,   // the same, and in nobody's line
};
BOOST_DESCRIBE_ENUM(Outcome, added, changed, unchanged, refused, name_only, left_out)

struct PlannedRow {
    std::int32_t line = 0;
    Outcome outcome{};
    bool is_repaired = false;
    std::optional<PersonId> person_id;  // of who was recognised; none for a new person
    ImportCells cells;
};

struct PlannedPerson {
    Person after;
    bool is_new = false;
    bool has_new_cells = false;  // something besides their place in the tree changes
    bool is_moved = false;       // their place in the tree changes
    bool loses_access = false;   // has left: sessions end
    bool is_reduced = false;     // a colleague becomes a name and a place in the tree
};

struct NamedCount {
    std::string name;
    std::int32_t people = 0;
    bool operator==(NamedCount const&) const = default;
};
BOOST_DESCRIBE_STRUCT(NamedCount, (), (name, people))

// Of the people known, those not invited within 90 days (rules 11), whether the file names them or not.
struct Uninvited {
    std::int32_t removed = 0;
    std::int32_t kept_as_names = 0;  // they stand in the line of somebody who stays
    std::int32_t stay = 0;           // the administrator said otherwise
};
BOOST_DESCRIBE_STRUCT(Uninvited, (), (removed, kept_as_names, stay))

struct ImportReport {
    FileNotes file;
    std::int32_t headcount = 0;
    std::optional<std::string> top;
    // No manager id is anybody's id: another numbering, so names are used.
    bool manager_ids_are_other_numbering = false;
    std::vector<NamedCount> managers_without_row;  // with the people reporting to them directly
    std::vector<NamedCount> ambiguous_managers;    // more than one person has this name; the same
    std::vector<std::vector<std::string>> cycles;
    std::vector<NamedCount> broken_lines;  // where a line ends, with the people under it at any depth
    std::vector<std::string> listed_not_found;
    std::int32_t emails_made = 0;
    std::int32_t sign_in_names_made = 0;
    std::int32_t leavers = 0;
    std::int32_t not_in_file = 0;  // active people already known whom the file does not name; left as they are
    std::optional<Uninvited> uninvited;
};
BOOST_DESCRIBE_STRUCT(ImportReport, (),
                      (file, headcount, top, manager_ids_are_other_numbering, managers_without_row, ambiguous_managers,
                       cycles, broken_lines, listed_not_found, emails_made, sign_in_names_made, leavers, not_in_file,
                       uninvited))

struct ImportFigures {
    std::int32_t rows_read = 0;
    std::int32_t added = 0;
    std::int32_t changed = 0;
    std::int32_t unchanged = 0;
    std::int32_t refused = 0;
    std::int32_t repaired = 0;
    std::int32_t name_only = 0;  // rows kept as a name only
    std::int32_t left_out = 0;
};
BOOST_DESCRIBE_STRUCT(ImportFigures, (), (rows_read, added, changed, unchanged, refused, repaired, name_only, left_out))

struct ImportPlan {
    std::vector<PlannedRow> rows;
    std::vector<Problem> problems;
    std::vector<PlannedPerson> people;  // everybody who is new or changes in any way
    std::vector<PersonId> removed;      // everybody who goes
    std::optional<PersonId> top_id;
    ImportFigures figures;
    ImportReport report;
};

// What the organisation already has, and what new people get.
struct ImportGround {
    std::vector<Person> people;
    std::optional<PersonId> top_id;
    std::int32_t headcount = 0;
    std::string language;
    std::string time_zone;
    base::Instant now;
    base::Day today;
    // A coordinator brings people in, but gives nobody who is here another address: whoever holds it can become them.
    bool may_change_addresses = true;
    std::vector<PersonId> administrators = {};  // who can sign in
};

ImportPlan plan_import(ImportFile const& file, ColumnMapping const& mapping, ImportGround const& ground,
                       base::Random& random);

}  // namespace person

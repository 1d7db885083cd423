#pragma once
// The only SQL that writes people, the tree as a whole, and the words for levels.

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "access/viewer.hpp"
#include "base/time.hpp"
#include "person/person.hpp"
#include "person/person_shapes.hpp"
#include "platform/db/db.hpp"

namespace person::store {

std::optional<Person> find(db::Tx& tx, OrganisationId organisation, PersonId id);
std::vector<Person> list_all(db::Tx& tx, OrganisationId organisation);

// Where a page ended, for either kind of sort column.
struct PeoplePlace {
    std::string text;         // for name and department
    std::int64_t number = 0;  // for level
    PersonId id;
};
BOOST_DESCRIBE_STRUCT(PeoplePlace, (), (text, number, id))
std::vector<PersonRow> list(db::Tx& tx, access::Viewer const& viewer, PeopleQuery const& query,
                            std::optional<PeoplePlace> const& after, base::Instant now);
PeoplePlace place_of(PersonRow const& row, PeopleSort sort);
std::int64_t count(db::Tx& tx, access::Viewer const& viewer, PeopleQuery const& query, base::Instant now);
struct NamePlace {
    std::string name;
};
BOOST_DESCRIBE_STRUCT(NamePlace, (), (name))
std::vector<DepartmentAnswer> list_departments(db::Tx& tx, access::Viewer const& viewer, DepartmentsQuery const& query,
                                               std::optional<NamePlace> const& after);
std::vector<SiteAnswer> list_sites(db::Tx& tx, access::Viewer const& viewer, SitesQuery const& query,
                                   std::optional<NamePlace> const& after);
// Of people who may take part; lowest first.
std::vector<LevelAnswer> list_levels(db::Tx& tx, access::Viewer const& viewer, LevelsQuery const& query,
                                     std::optional<page::Position> const& after);

void insert(db::Tx& tx, OrganisationId organisation, Person const& person);
// All but the place in the tree and invited_at, and whoever is needed stays so; false when the version is no longer the
// row's. The version grows.
bool update(db::Tx& tx, OrganisationId organisation, Person const& person);
// Moves no version: where people stand follows from others' rows too.
void place(db::Tx& tx, OrganisationId organisation, Person const& person);

bool has_email(db::Tx& tx, OrganisationId organisation, std::string_view email, PersonId except);
bool has_sign_in_name(db::Tx& tx, OrganisationId organisation, std::string_view name, PersonId except);
bool has_external_id(db::Tx& tx, OrganisationId organisation, std::string_view external_id, PersonId except);

void raise_epoch(db::Tx& tx, OrganisationId organisation, PersonId id);
void confirm_outside(db::Tx& tx, OrganisationId organisation, PersonId id, base::Instant now);
void mark_invited(db::Tx& tx, OrganisationId organisation, PersonId id, base::Instant now);
void mark_needed(db::Tx& tx, OrganisationId organisation, PersonId id);
// May the next import let them go?
bool is_due(db::Tx& tx, OrganisationId organisation, PersonId id, base::Instant now);
// Expects nobody who stays to report to them.
void remove(db::Tx& tx, OrganisationId organisation, std::vector<PersonId> const& people);

struct StoredTree {
    std::optional<PersonId> top_id;
    std::int32_t headcount = 0;
};
BOOST_DESCRIBE_STRUCT(StoredTree, (), (top_id, headcount))
std::optional<StoredTree> find_tree(db::Tx& tx, OrganisationId organisation);
void put_tree(db::Tx& tx, OrganisationId organisation, StoredTree const& tree, base::Instant now);

std::optional<std::string> find_level_name(db::Tx& tx, OrganisationId organisation, std::int32_t level);
void put_level_names(db::Tx& tx, OrganisationId organisation, std::map<std::int32_t, std::string> const& names);

}  // namespace person::store

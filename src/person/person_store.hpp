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
#include "platform/page_of_rows.hpp"

namespace person::store {

std::optional<Person> find(db::Tx& tx, OrganisationId organisation, PersonId id);
std::vector<Person> list_all(db::Tx& tx, OrganisationId organisation);

base::Result<page::Rows<PersonRow>> list(db::Tx& tx, access::Viewer const& viewer, PeopleQuery const& query,
                                         base::Instant now);
std::int64_t count(db::Tx& tx, access::Viewer const& viewer, PeopleQuery const& query, base::Instant now);
base::Result<page::Rows<DepartmentAnswer>> list_departments(db::Tx& tx, access::Viewer const& viewer,
                                                            DepartmentsQuery const& query);
base::Result<page::Rows<SiteAnswer>> list_sites(db::Tx& tx, access::Viewer const& viewer, SitesQuery const& query);
// Of people who may take part; lowest first unless asked otherwise.
base::Result<page::Rows<LevelAnswer>> list_levels(db::Tx& tx, access::Viewer const& viewer, LevelsQuery const& query);

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

#include "person/person_store.hpp"

#include <fmt/format.h>

#include "base/text.hpp"

namespace person::store {

namespace {

constexpr std::string_view kPersonColumns =
    "id, name, called_name, pronouns, email, sign_in_name, external_id, department, site, job_title, level, "
    "time_zone, language, manager_id, line_state, people_under, outside_confirmed_at, hired_on, left_on, is_active, "
    "is_name_only, invited_at, removable_at, sign_in_epoch, created_at, version";

// $1 organisation, $2 what is searched for, $3 department, $4 line state, $5 role, $6 state, $7 now.
constexpr std::string_view kPeopleFilter = R"(
    FROM people p
    WHERE p.organisation_id = $1
      AND ($2 = '' OR p.name_folded LIKE $2 ESCAPE '!' OR p.email LIKE $2 ESCAPE '!'
           OR p.sign_in_name LIKE $2 ESCAPE '!' OR LOWER(p.external_id) LIKE $2 ESCAPE '!')
      AND ($3 = '' OR p.department = $3)
      AND ($4 = '' OR p.line_state = $4)
      AND ($5 = '' OR p.id IN (SELECT r.person_id FROM roles r WHERE r.organisation_id = $1 AND r.role = $5))
      AND ($6 = 'everyone' OR ($6 = 'active' AND p.is_active AND NOT p.is_name_only)
           OR ($6 = 'without_address' AND p.is_active AND NOT p.is_name_only AND p.email IS NULL)
           OR ($6 = 'inactive' AND NOT p.is_active AND NOT p.is_name_only) OR ($6 = 'name_only' AND p.is_name_only)
           OR ($6 = 'removable' AND p.removable_at <= $7 AND NOT p.is_name_only)))";

// What stands beside a person is looked up for the rows of the page alone: joined, it would be looked up for everybody
// who is counted.
constexpr std::string_view kPeopleRow = R"(
    p.id, p.name, p.called_name, p.email, p.sign_in_name, p.department, p.site, p.job_title, p.level,
    (SELECT l.name FROM level_names l WHERE l.organisation_id = p.organisation_id AND l.level = p.level) AS level_name,
    p.manager_id,
    (SELECT m.name FROM people m WHERE m.organisation_id = p.organisation_id AND m.id = p.manager_id) AS manager_name,
    p.line_state, p.is_active, p.is_name_only)";

auto with_filter(access::Viewer const& viewer, PeopleQuery const& query, base::Instant now, auto run) {
    auto line_state = query.line_state ? meta::name_of(*query.line_state) : std::string_view{};
    auto role = query.role ? meta::name_of(*query.role) : std::string_view{};
    return run(viewer.organisation, page::folded_part(query.search).value_or(""), query.department.value_or(""),
               line_state, role, meta::name_of(query.state.value_or(PeopleState::active)), now);
}

constexpr std::array kPeopleSortings{
    page::Sorting{PeopleSort::name, "p.name_folded"},
    page::Sorting{PeopleSort::department, "COALESCE(p.department, '')"},
    page::Sorting{PeopleSort::level, "COALESCE(p.level, -1)", page::Compared::as_number, page::Order::descending},
};
constexpr page::Listing kPeopleListing{kPeopleRow, kPeopleFilter, "p.id"};

// The different names that stand in a column of people.
constexpr std::array kDepartmentSortings{page::Sorting{.by = DepartmentSort::name}};
constexpr page::Listing kDepartments{"DISTINCT department AS name", R"(
    FROM people WHERE organisation_id = $1 AND department <> '' AND NOT is_name_only
      AND ($2 IS NULL OR LOWER(department) LIKE LOWER($2) ESCAPE '!'))",
                                     "department"};
constexpr std::array kSiteSortings{page::Sorting{.by = SiteSort::name}};
constexpr page::Listing kSites{"DISTINCT site AS name", R"(
    FROM people WHERE organisation_id = $1 AND site <> '' AND NOT is_name_only
      AND ($2 IS NULL OR LOWER(site) LIKE LOWER($2) ESCAPE '!'))",
                               "site"};

constexpr std::array kLevelSortings{
    page::Sorting{.by = LevelSort::level},
    page::Sorting{LevelSort::people, "found.people", page::Compared::as_number, page::Order::descending},
};
constexpr page::Listing kLevels{"found.level AS level, found.name AS name, found.people AS people", R"(
    FROM (SELECT p.level AS level, l.name AS name, COUNT(*) AS people FROM people p
          LEFT JOIN level_names l ON l.organisation_id = p.organisation_id AND l.level = p.level
          WHERE p.organisation_id = $1 AND p.level IS NOT NULL AND p.is_active AND NOT p.is_name_only
          GROUP BY p.level, l.name) found
    WHERE ($2 IS NULL OR LOWER(found.name) LIKE LOWER($2) ESCAPE '!'))",
                                "found.level"};

}  // namespace

std::optional<Person> find(db::Tx& tx, OrganisationId organisation, PersonId id) {
    static auto const sql = fmt::format("SELECT {} FROM people WHERE organisation_id = $1 AND id = $2", kPersonColumns);
    return tx.one<Person>(sql, organisation, id);
}

std::vector<Person> list_all(db::Tx& tx, OrganisationId organisation) {
    static auto const sql =
        fmt::format("SELECT {} FROM people WHERE organisation_id = $1 ORDER BY created_at, id", kPersonColumns);
    return tx.all<Person>(sql, organisation);
}

base::Result<page::Rows<PersonRow>> list(db::Tx& tx, access::Viewer const& viewer, PeopleQuery const& query,
                                         base::Instant now) {
    return with_filter(viewer, query, now, [&](auto const&... arguments) {
        return page::read<PersonRow>(tx, query, kPeopleSortings, kPeopleListing, arguments...);
    });
}

std::int64_t count(db::Tx& tx, access::Viewer const& viewer, PeopleQuery const& query, base::Instant now) {
    static auto const sql = fmt::format("SELECT COUNT(*) {}", kPeopleFilter);
    return with_filter(viewer, query, now,
                       [&](auto const&... arguments) { return tx.value<std::int64_t>(sql, arguments...).value(); });
}

base::Result<page::Rows<DepartmentAnswer>> list_departments(db::Tx& tx, access::Viewer const& viewer,
                                                            DepartmentsQuery const& query) {
    return page::read<DepartmentAnswer, page::ByName>(tx, query, kDepartmentSortings, kDepartments, viewer.organisation,
                                                      page::typed_part(query.search));
}

base::Result<page::Rows<SiteAnswer>> list_sites(db::Tx& tx, access::Viewer const& viewer, SitesQuery const& query) {
    return page::read<SiteAnswer, page::ByName>(tx, query, kSiteSortings, kSites, viewer.organisation,
                                                page::typed_part(query.search));
}

base::Result<page::Rows<LevelAnswer>> list_levels(db::Tx& tx, access::Viewer const& viewer, LevelsQuery const& query) {
    return page::read<LevelAnswer, page::ByPosition>(tx, query, kLevelSortings, kLevels, viewer.organisation,
                                                     page::typed_part(query.search));
}

void insert(db::Tx& tx, OrganisationId organisation, Person const& person) {
    static auto const sql = fmt::format(
        "INSERT INTO people (organisation_id, name_folded, {}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, "
        "$12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26, $27, $28)",
        kPersonColumns);
    tx.run(sql, organisation, base::fold(person.name), person.id, person.name, person.called_name, person.pronouns,
           person.email, person.sign_in_name, person.external_id, person.department, person.site, person.job_title,
           person.level, person.time_zone, person.language, person.manager_id, person.line_state, person.people_under,
           person.outside_confirmed_at, person.hired_on, person.left_on, person.is_active, person.is_name_only,
           person.invited_at, person.removable_at, person.sign_in_epoch, person.created_at, person.version);
}

bool update(db::Tx& tx, OrganisationId organisation, Person const& person) {
    return tx.run(R"(
        UPDATE people SET name = $4, name_folded = $5, called_name = $6, pronouns = $7, email = $8, sign_in_name = $9,
               external_id = $10, department = $11, site = $12, job_title = $13, level = $14, time_zone = $15,
               language = $16, hired_on = $17, left_on = $18, is_active = $19, is_name_only = $20, sign_in_epoch = $21,
               removable_at = CASE WHEN removable_at IS NULL THEN NULL ELSE CAST($22 AS BIGINT) END,
               version = version + 1
        WHERE organisation_id = $1 AND id = $2 AND version = $3)",
                  organisation, person.id, person.version, person.name, base::fold(person.name), person.called_name,
                  person.pronouns, person.email, person.sign_in_name, person.external_id, person.department,
                  person.site, person.job_title, person.level, person.time_zone, person.language, person.hired_on,
                  person.left_on, person.is_active, person.is_name_only, person.sign_in_epoch,
                  person.removable_at) == 1;
}

void place(db::Tx& tx, OrganisationId organisation, Person const& person) {
    tx.run(R"(
        UPDATE people SET manager_id = $3, line_state = $4, people_under = $5
        WHERE organisation_id = $1 AND id = $2)",
           organisation, person.id, person.manager_id, person.line_state, person.people_under);
}

bool has_email(db::Tx& tx, OrganisationId organisation, std::string_view email, PersonId except) {
    return tx
        .value<std::int64_t>("SELECT 1 FROM people WHERE organisation_id = $1 AND email = $2 AND id <> $3",
                             organisation, email, except)
        .has_value();
}

bool has_sign_in_name(db::Tx& tx, OrganisationId organisation, std::string_view name, PersonId except) {
    return tx
        .value<std::int64_t>("SELECT 1 FROM people WHERE organisation_id = $1 AND sign_in_name = $2 AND id <> $3",
                             organisation, name, except)
        .has_value();
}

bool has_external_id(db::Tx& tx, OrganisationId organisation, std::string_view external_id, PersonId except) {
    return tx
        .value<std::int64_t>("SELECT 1 FROM people WHERE organisation_id = $1 AND external_id = $2 AND id <> $3",
                             organisation, external_id, except)
        .has_value();
}

void raise_epoch(db::Tx& tx, OrganisationId organisation, PersonId id) {
    tx.run("UPDATE people SET sign_in_epoch = sign_in_epoch + 1 WHERE organisation_id = $1 AND id = $2", organisation,
           id);
}

void confirm_outside(db::Tx& tx, OrganisationId organisation, PersonId id, base::Instant now) {
    tx.run("UPDATE people SET outside_confirmed_at = $3 WHERE organisation_id = $1 AND id = $2", organisation, id, now);
}

void mark_invited(db::Tx& tx, OrganisationId organisation, PersonId id, base::Instant now) {
    tx.run("UPDATE people SET invited_at = $3 WHERE organisation_id = $1 AND id = $2 AND invited_at IS NULL",
           organisation, id, now);
}

void mark_needed(db::Tx& tx, OrganisationId organisation, PersonId id) {
    tx.run("UPDATE people SET removable_at = NULL WHERE organisation_id = $1 AND id = $2 AND removable_at IS NOT NULL",
           organisation, id);
}

bool is_due(db::Tx& tx, OrganisationId organisation, PersonId id, base::Instant now) {
    return tx
        .value<std::int64_t>("SELECT 1 FROM people WHERE organisation_id = $1 AND id = $2 AND removable_at <= $3",
                             organisation, id, now)
        .has_value();
}

void remove(db::Tx& tx, OrganisationId organisation, std::vector<PersonId> const& people) {
    // They may stand above each other.
    for (auto id : people)
        tx.run("UPDATE people SET manager_id = NULL WHERE organisation_id = $1 AND id = $2", organisation, id);
    for (auto id : people) tx.run("DELETE FROM people WHERE organisation_id = $1 AND id = $2", organisation, id);
}

std::optional<StoredTree> find_tree(db::Tx& tx, OrganisationId organisation) {
    return tx.one<StoredTree>("SELECT top_id, headcount FROM reporting_trees WHERE organisation_id = $1", organisation);
}

void put_tree(db::Tx& tx, OrganisationId organisation, StoredTree const& tree, base::Instant now) {
    tx.run(R"(
        INSERT INTO reporting_trees (organisation_id, top_id, headcount, counted_at) VALUES ($1, $2, $3, $4)
        ON CONFLICT (organisation_id) DO UPDATE SET top_id = excluded.top_id, headcount = excluded.headcount,
                                                    counted_at = excluded.counted_at)",
           organisation, tree.top_id, tree.headcount, now);
}

std::optional<std::string> find_level_name(db::Tx& tx, OrganisationId organisation, std::int32_t level) {
    return tx.value<std::string>("SELECT name FROM level_names WHERE organisation_id = $1 AND level = $2", organisation,
                                 level);
}

void put_level_names(db::Tx& tx, OrganisationId organisation, std::map<std::int32_t, std::string> const& names) {
    for (auto const& [level, name] : names)
        tx.run(R"(
            INSERT INTO level_names (organisation_id, level, name) VALUES ($1, $2, $3)
            ON CONFLICT (organisation_id, level) DO UPDATE SET name = excluded.name)",
               organisation, level, name);
}

}  // namespace person::store

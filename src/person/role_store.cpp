#include "person/role_store.hpp"

namespace person::store {

std::vector<RoleGrant> list_roles(db::Tx& tx, access::OrganisationId organisation) {
    return tx.all<RoleGrant>(R"(
        SELECT id, person_id, role, programme_id FROM roles WHERE organisation_id = $1 ORDER BY granted_at, id)",
                             organisation);
}

std::vector<RoleGrant> list_roles_of(db::Tx& tx, access::OrganisationId organisation, access::PersonId person) {
    return tx.all<RoleGrant>(R"(
        SELECT id, person_id, role, programme_id FROM roles
        WHERE organisation_id = $1 AND person_id = $2 ORDER BY granted_at, id)",
                             organisation, person);
}

std::optional<RoleGrant> find_role(db::Tx& tx, access::OrganisationId organisation, access::PersonId person,
                                   RoleId id) {
    return tx.one<RoleGrant>(R"(
        SELECT id, person_id, role, programme_id FROM roles
        WHERE organisation_id = $1 AND person_id = $2 AND id = $3)",
                             organisation, person, id);
}

void insert_role(db::Tx& tx, access::OrganisationId organisation, RoleGrant const& grant,
                 std::optional<access::PersonId> granted_by, base::Instant now) {
    tx.run(R"(
        INSERT INTO roles (organisation_id, id, person_id, role, programme_id, granted_by, granted_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7))",
           organisation, grant.id, grant.person_id, grant.role, grant.programme_id, granted_by, now);
}

void remove_role(db::Tx& tx, access::OrganisationId organisation, RoleId id) {
    tx.run("DELETE FROM roles WHERE organisation_id = $1 AND id = $2", organisation, id);
}

std::vector<access::PersonId> list_administrators(db::Tx& tx, access::OrganisationId organisation) {
    return tx.values<access::PersonId>(R"(
        SELECT DISTINCT p.id FROM roles r
        JOIN people p ON p.organisation_id = r.organisation_id AND p.id = r.person_id
        WHERE r.organisation_id = $1 AND r.role = 'administrator' AND p.is_active ORDER BY p.id)",
                                       organisation);
}

}  // namespace person::store

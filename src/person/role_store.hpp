#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "access/viewer.hpp"
#include "base/time.hpp"
#include "person/role.hpp"
#include "platform/db/db.hpp"

namespace person::store {

std::vector<RoleGrant> list_roles(db::Tx& tx, access::OrganisationId organisation);
std::vector<RoleGrant> list_roles_of(db::Tx& tx, access::OrganisationId organisation, access::PersonId person);
std::optional<RoleGrant> find_role(db::Tx& tx, access::OrganisationId organisation, access::PersonId person, RoleId id);
void insert_role(db::Tx& tx, access::OrganisationId organisation, RoleGrant const& grant,
                 std::optional<access::PersonId> granted_by, base::Instant now);
void remove_role(db::Tx& tx, access::OrganisationId organisation, RoleId id);
// Those who can sign in.
std::vector<access::PersonId> list_administrators(db::Tx& tx, access::OrganisationId organisation);

}  // namespace person::store

#include "person/role.hpp"

#include <array>
#include <string>
#include <utility>

#include "platform/meta.hpp"

namespace person {

namespace {

using access::Role;

// Rules 13, and conflicts held by HR are never the coordinator's to see. Whoever represents the employees holds nothing
// that decides about a programme or reads its people (decision 0230).
constexpr std::array<std::pair<Role, Role>, 10> kExclusions = {{{Role::employee_representative, Role::coordinator},
                                                                {Role::employee_representative, Role::administrator},
                                                                {Role::employee_representative, Role::sponsor},
                                                                {Role::employee_representative, Role::analyst},
                                                                {Role::employee_representative, Role::conflicts},
                                                                {Role::confidential_contact, Role::coordinator},
                                                                {Role::confidential_contact, Role::sponsor},
                                                                {Role::confidential_contact, Role::administrator},
                                                                {Role::confidential_contact, Role::analyst},
                                                                {Role::conflicts, Role::coordinator}}};

bool exclude_each_other(Role one, Role other) {
    for (auto const& [a, b] : kExclusions)
        if ((one == a && other == b) || (one == b && other == a)) return true;
    return false;
}

bool meet(std::optional<access::ProgrammeId> one, std::optional<access::ProgrammeId> other) {
    return !one || !other || one == other;
}

}  // namespace

base::Result<bool> check_grant(std::span<RoleGrant const> held, Role role,
                               std::optional<access::ProgrammeId> programme) {
    if (programme && (role == Role::administrator || role == Role::conflicts)) return role_is_for_the_organisation();
    for (auto const& grant : held) {
        if (grant.role == role && grant.programme_id == programme) return role_already_held();
    }
    return check_meeting(held, role, programme);
}

base::Result<bool> check_meeting(std::span<RoleGrant const> held, Role role,
                                 std::optional<access::ProgrammeId> programme) {
    for (auto const& grant : held)
        if (exclude_each_other(grant.role, role) && meet(grant.programme_id, programme))
            return roles_exclude_each_other(role, grant.role);
    return true;
}

base::Refusal roles_exclude_each_other(Role wanted, Role held) {
    return base::conflict("roles_exclude_each_other", "one person must not hold both roles",
                          {{"wanted", std::string(meta::name_of(wanted))}, {"held", std::string(meta::name_of(held))}});
}

base::Refusal role_is_for_the_organisation() {
    return base::invalid("/programme_id", "role_is_for_the_organisation");
}

base::Refusal role_already_held() {
    return base::conflict("role_already_held", "this person holds the role already");
}

base::Refusal last_administrator() {
    return base::conflict("last_administrator", "an organisation keeps at least one administrator");
}

base::Refusal inactive_holder() {
    return base::conflict("inactive_holder", "somebody who cannot sign in holds no role");
}

}  // namespace person

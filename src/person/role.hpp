#pragma once
// Who may do what beyond taking part. Roles add up, but for those that must not meet in one person (rules 13); the
// last administrator stays one.

#include <cstdint>
#include <optional>
#include <span>

#include <boost/describe.hpp>

#include "access/viewer.hpp"
#include "base/result.hpp"

namespace person {

using RoleId = base::Id<struct RoleTag>;

struct RoleGrant {
    RoleId id;
    access::PersonId person_id;
    access::Role role{};
    std::optional<access::ProgrammeId> programme_id;  // none: the whole organisation
};
BOOST_DESCRIBE_STRUCT(RoleGrant, (), (id, person_id, role, programme_id))

// May somebody who holds `held` hold this too? A grant for the whole organisation counts in every programme. Refuses:
// roles_exclude_each_other; role_is_for_the_organisation (administrator, conflicts); role_already_held.
base::Result<bool> check_grant(std::span<RoleGrant const> held, access::Role role,
                               std::optional<access::ProgrammeId> programme);

// The same question alone, for who stands for something without a role. Refuses: roles_exclude_each_other.
base::Result<bool> check_meeting(std::span<RoleGrant const> held, access::Role role,
                                 std::optional<access::ProgrammeId> programme);

base::Refusal roles_exclude_each_other(access::Role wanted, access::Role held);
base::Refusal role_is_for_the_organisation();
base::Refusal role_already_held();
base::Refusal last_administrator();
base::Refusal inactive_holder();

}  // namespace person

#pragma once
// Who is asking. Every finder takes a Viewer (or the organisation alone, for jobs), so that nothing is read
// without a scope; "not there" and "not yours" are the same answer by construction.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <boost/describe/enum.hpp>

#include "base/id.hpp"

// POSIX has a function `access` in the global namespace, so the room is declared inside `obverse` and found from
// everywhere as `access::` through this directive.
namespace obverse {}
using namespace obverse;  // NOLINT(google-build-using-namespace)

namespace obverse::access {

using OrganisationId = base::Id<struct OrganisationTag>;
using PersonId = base::Id<struct PersonTag>;
using ProgrammeId = base::Id<struct ProgrammeTag>;
using SessionId = base::Id<struct SessionTag>;

// What must not meet in one person is rules 13, kept by the room `person`. Taking part, being somebody's manager
// and being their assistant are not roles: they follow from enrolments, the reporting tree and delegations.
enum class Role {
    administrator,
    coordinator,  // of a programme; without a programme: may set programmes up
    sponsor,
    analyst,
    confidential_contact,
    employee_representative,
    conflicts,  // may enter conflicts held by HR; never the coordinator
};
BOOST_DESCRIBE_ENUM(Role, administrator, coordinator, sponsor, analyst, confidential_contact, employee_representative,
                    conflicts)

struct Grant {
    Role role;
    std::optional<ProgrammeId> programme;  // none: the whole organisation
};

struct Viewer {
    OrganisationId organisation;
    std::optional<PersonId> person;  // none: nobody is signed in, or the house itself acts
    std::optional<SessionId> session;
    std::int64_t sign_in_epoch = 0;
    std::vector<Grant> grants;
    std::string language;
    std::string time_zone;

    [[nodiscard]] bool is_signed_in() const { return person.has_value(); }
    [[nodiscard]] bool is(PersonId id) const { return person == id; }
    [[nodiscard]] bool has(Role role) const;
    [[nodiscard]] bool has(Role role, ProgrammeId programme) const;
    [[nodiscard]] bool is_administrator() const { return has(Role::administrator); }
    [[nodiscard]] bool coordinates(ProgrammeId programme) const { return has(Role::coordinator, programme); }
};

// Nobody is signed in; no organisation is known either.
Viewer nobody();
// The house itself: jobs and the command line.
Viewer house(OrganisationId organisation);

}  // namespace obverse::access

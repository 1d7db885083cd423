#pragma once
// The verbs on colleagues, roles and lines. Whoever changes somebody's line redraws the whole tree in the same
// transaction, so that nothing is ever decided on the old one.

#include <vector>

#include "access/viewer.hpp"
#include "audit/event.hpp"
#include "base/result.hpp"
#include "person/person.hpp"
#include "person/person_shapes.hpp"
#include "person/role.hpp"
#include "platform/db/db.hpp"

namespace person {

inline constexpr audit::Kind person_added{"person.added"};
inline constexpr audit::Kind person_changed{"person.changed"};
inline constexpr audit::Kind own_details_changed{"person.own_details_changed"};
inline constexpr audit::Kind person_deactivated{"person.deactivated"};
inline constexpr audit::Kind person_activated{"person.activated"};
inline constexpr audit::Kind role_granted{"role.granted"};
inline constexpr audit::Kind role_revoked{"role.revoked"};
inline constexpr audit::Kind lines_confirmed{"reporting_lines.confirmed"};
// One for a whole import, with its id; otherwise with the person who moved. Pairs are checked again because of it.
inline constexpr audit::Kind lines_changed{"reporting_lines.changed"};

// Language and zone are the organisation's where none is given; the sign-in name is made from the name.
base::Result<Person> add_person(db::Tx& tx, access::Viewer const& viewer, NewPerson const& wanted, base::Instant now);
base::Result<Person> change_person(db::Tx& tx, access::Viewer const& viewer, PersonId id, PersonChange const& change,
                                   base::Instant now);
// What somebody says of themselves: how they are called, their language and time zone. Nobody else is asked.
base::Result<Person> change_own_details(db::Tx& tx, access::Viewer const& viewer, MyDetailsChange const& change,
                                        base::Instant now);
// Every session ends with it. Refused for the last administrator.
base::Result<Person> deactivate_person(db::Tx& tx, access::Viewer const& viewer, PersonId id, base::Instant now);
base::Result<Person> activate_person(db::Tx& tx, access::Viewer const& viewer, PersonId id, base::Instant now);

base::Result<RoleGrant> grant_role(db::Tx& tx, access::Viewer const& viewer, PersonId id, access::Role role,
                                   std::optional<ProgrammeId> programme, base::Instant now);
// Every session of the person ends with it. Refused for the last administrator.
base::Result<bool> revoke_role(db::Tx& tx, access::Viewer const& viewer, PersonId id, RoleId role, base::Instant now);

// "Reports outside this file, not under the others": each must be where a line ends.
base::Result<bool> confirm_lines(db::Tx& tx, access::Viewer const& viewer, std::vector<PersonId> const& heads,
                                 base::Instant now);
// Names the top of the house anew.
base::Result<bool> name_top(db::Tx& tx, access::Viewer const& viewer, PersonId top, base::Instant now);

// Draws everybody's line and the figures anew, from whom each row names as its manager.
void redraw_tree(db::Tx& tx, OrganisationId organisation, base::Instant now);

// For the rooms above: this person was invited to something, and stays at the next import (rules 11).
void record_invited(db::Tx& tx, OrganisationId organisation, PersonId id, base::Instant now);
// The same for whoever is needed in another way: a link that lets them in, a part in a programme, a word for them.
void record_needed(db::Tx& tx, OrganisationId organisation, PersonId id);

}  // namespace person

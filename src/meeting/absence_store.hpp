#pragma once
// The only SQL that writes absences.

#include "access/viewer.hpp"
#include "meeting/absence.hpp"
#include "meeting/slots.hpp"
#include "platform/db/db.hpp"

namespace meeting::store {

// The viewer's own that end on `from` or later.
Absences list_own_absences(db::Tx& tx, access::Viewer const& viewer, base::Day from);
// Replaces those, and leaves what lies before.
void save_own_absences(db::Tx& tx, access::Viewer const& viewer, base::Day from, Absences const& absences);
// In the person's own zone.
std::vector<Busy> absences_of(db::Tx& tx, access::OrganisationId organisation, access::PersonId person, base::Day from);

}  // namespace meeting::store

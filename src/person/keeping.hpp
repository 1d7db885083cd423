#pragma once
// Whom an import keeps (rules 11). Whoever has not been invited, given a role or otherwise needed within 90 days goes
// at the next import, unless an administrator says otherwise; with *only the listed*, nobody else comes in. Whoever
// stands in the line of somebody who stays is kept, up to the top, as a name and a place in the tree.

#include "person/import_roll.hpp"

namespace person {

// Can the next import let this person go?
bool is_due(Person const& person, base::Instant now);

// A name and a place in the tree; everything else about this person stays out.
Person name_and_place(Person const& person, base::Instant now);

// Says who is kept and who becomes a name, and counts it in the report. Expects the tree to be drawn over everybody,
// because the size of the house is counted over the whole file.
void keep_needed(ImportRoll& roll);

}  // namespace person

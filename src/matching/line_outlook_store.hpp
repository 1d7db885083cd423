#pragma once
// Reads who is eligible and how they stand in the house. Writes nothing.

#include "matching/line_outlook_shapes.hpp"
#include "platform/db/db.hpp"

namespace matching::store {

LineOutlook load_line_outlook(db::Tx& tx, OrganisationId organisation, ProgrammeId programme);

}  // namespace matching::store

#pragma once
// Who has, or had, whom as a partner: written by the room above when a pairing opens or ends, by a call downward.
// A live partner holds a place of both; an earlier one is not suggested again.

#include <optional>

#include "matching/match_run.hpp"
#include "platform/db/db.hpp"

namespace matching::store {

// Saying it again while they are partners changes nothing.
void begin_partners(db::Tx& tx, OrganisationId organisation, ProgrammeId programme, PersonId mentor, PersonId mentee,
                    base::Day first_on);
void end_partners(db::Tx& tx, OrganisationId organisation, ProgrammeId programme, PersonId mentor, PersonId mentee,
                  base::Day last_on);

}  // namespace matching::store

#pragma once
// Where the two rooms meet that a closing round touches: matching says whom the final run joined, pairing opens a
// pairing for each, and both see the same partners. One transaction a round.

#include "access/call.hpp"

namespace app {

// Every round of the organisation that is due.
base::Result<bool> close_due_rounds(db::Tx& tx, access::OrganisationId organisation, base::Instant now);

}  // namespace app

#pragma once
// Where the two rooms meet that a closing round touches: matching says whom the final run joined, pairing opens a
// pairing for each, in one transaction.

#include "access/call.hpp"

namespace app {

// Every round of the organisation that is due.
base::Result<bool> close_due_rounds(db::Tx& tx, crypto::Keys const& keys, access::OrganisationId organisation,
                                    base::Instant now);

}  // namespace app

#pragma once
// Asking somebody to keep one's dates, and ending it. Nothing of it stands in the log: who keeps an assistant says who
// takes part (rules B).

#include "person/delegation.hpp"
#include "platform/db/db.hpp"

namespace person {

// Refuses, as field errors of /assistant: nobody_of_this_name, several_of_this_name, yourself, assistant_already.
base::Result<Delegation> make_delegation(db::Tx& tx, access::Viewer const& viewer, DelegationInput const& input,
                                         base::Instant now);
// By either of the two.
base::Result<bool> end_delegation(db::Tx& tx, access::Viewer const& viewer, DelegationId id);

}  // namespace person

#pragma once
// What else happens when something happened: one line an event kind. The only place that answers that question.

#include "access/call.hpp"
#include "audit/chain.hpp"

namespace app {

// Queues what follows from one placed event, in the transaction that places it.
void react(db::Tx& tx, access::OrganisationId organisation, audit::ChainedEvent const& event, base::Instant now);

}  // namespace app

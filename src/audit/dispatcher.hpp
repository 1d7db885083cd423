#pragma once
// Gives events their place in their organisation's chain and queues what follows from them, both in one transaction:
// the event row is the outbox, and nothing is lost between the commit of a write and its consequences.
//
// Order is made here and not in the write: numbers drawn inside writes commit out of order, and a reader by number
// would skip rows. Two nodes may dispatch at once; the end of the chain is one row, so one of them runs again and
// finds nothing left to do.

#include <functional>
#include <optional>
#include <string_view>

#include "audit/chain.hpp"
#include "platform/db/db.hpp"

namespace audit {

// What follows from one placed event, in the transaction that places it. From app/reactions.
using React = std::function<void(db::Tx& tx, access::OrganisationId organisation, ChainedEvent const& event)>;

class Dispatcher {
  public:
    Dispatcher(db::Database& database, React react) : database_(database), react_(std::move(react)) {}

    // Places everything that waits, and the entry `private acts` of every day that has ended before `now`.
    // Returns the number of entries placed.
    int run(base::Instant now);

  private:
    int place(access::OrganisationId organisation, base::Instant now);

    db::Database& database_;
    React react_;
};

// The first position whose entry does not follow from the one before, or that is missing; 0 when an entry stands before
// the first; nothing when all is well. Who can write every row of the database can also build a whole new chain: what
// is found is every change that does less.
std::optional<std::int64_t> find_break(db::Database& database, access::OrganisationId organisation);

}  // namespace audit

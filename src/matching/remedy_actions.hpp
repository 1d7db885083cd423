#pragma once
// What would give a partner to somebody whom a run leaves without one, tried out on today's people.

#include "matching/remedy_shapes.hpp"
#include "platform/crypto/key_folder.hpp"
#include "platform/db/db.hpp"

namespace matching {

// Whoever asks is not there themselves, nor in any remedy (rules 13).
// Reads, reckons without a transaction, and reads the names: nobody waits for a connection meanwhile.
base::Result<Remedies> seek_remedies(db::Database& database, access::Viewer const& viewer, crypto::Keys const& keys,
                                     MatchRunId run, RemediesQuery const& asked, base::Instant now);

}  // namespace matching

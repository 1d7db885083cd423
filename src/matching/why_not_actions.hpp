#pragma once
// Why not these two?

#include "matching/why_not_shapes.hpp"
#include "platform/crypto/key_folder.hpp"
#include "platform/db/db.hpp"

namespace matching {

// In public reasons only (rules 7). Refuses to speak about the viewer's own possible partners (rules 13).
// Reads, reckons without a transaction, and reads the names: nobody waits for a connection meanwhile.
base::Result<WhyNot> why_not(db::Database& database, access::Viewer const& viewer, crypto::Keys const& keys,
                             ProgrammeId programme, WhyNotQuery const& asked, base::Instant now);

}  // namespace matching

#pragma once
// The verbs of a new partner after a pair. Private acts (rules 4).

#include "access/viewer.hpp"
#include "audit/event.hpp"
#include "pairing/rematch_shapes.hpp"
#include "platform/crypto/key_folder.hpp"
#include "platform/db/db.hpp"

namespace pairing {

inline constexpr audit::Kind kRematchWished{"rematch.wished", audit::Private::yes};

base::Result<RematchAnswer> read_rematch(db::Tx& tx, crypto::Keys const& keys, access::Viewer const& viewer,
                                         PairingId id);
// May be changed at any time; runs heed it once others may learn that the pair has finished.
base::Result<RematchAnswer> wish_rematch(db::Tx& tx, crypto::Keys const& keys, access::Viewer const& viewer,
                                         PairingId id, Rematch const& wanted, base::Instant now);

// When others may learn of the closing: runs leave both out for the cooling time, and longer whoever wished so.
void begin_cooling(db::Tx& tx, access::OrganisationId organisation, Pairing const& pairing);

}  // namespace pairing

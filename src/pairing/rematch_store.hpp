#pragma once
// The only SQL that writes rematches. Read by their owner and by the house; the note by their owner alone.

#include <optional>

#include "access/viewer.hpp"
#include "pairing/rematch.hpp"
#include "platform/crypto/key_folder.hpp"
#include "platform/db/db.hpp"

namespace pairing::store {

// The viewer's own.
std::optional<Rematch> find_rematch(db::Tx& tx, crypto::Keys const& keys, access::Viewer const& viewer,
                                    PairingId pairing);
// In place of the one before.
void save_rematch(db::Tx& tx, crypto::Keys const& keys, access::Viewer const& viewer, PairingId pairing,
                  Rematch const& rematch);

// What both wrote to themselves; their wishes stand.
void forget_notes(db::Tx& tx, access::OrganisationId organisation, PairingId pairing);

// For the house: what somebody said, without the note. Empty when they said nothing.
std::optional<Wish> find_wish(db::Tx& tx, access::OrganisationId organisation, PairingId pairing, PersonId person);

}  // namespace pairing::store

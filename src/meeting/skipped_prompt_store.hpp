#pragma once
// The only SQL that writes skipped_prompts. Sealed, one row a person and pair.

#include <vector>

#include "access/viewer.hpp"
#include "meeting/skipped_prompt.hpp"
#include "pairing/pairing.hpp"
#include "platform/crypto/key_folder.hpp"
#include "platform/db/db.hpp"

namespace meeting::store {

// The viewer's own.
std::vector<SkippedPrompts> list_skipped(db::Tx& tx, crypto::Keys const& keys, access::Viewer const& viewer,
                                         pairing::PairingId pairing);
void save_skipped(db::Tx& tx, crypto::Keys const& keys, access::Viewer const& viewer, pairing::PairingId pairing,
                  std::vector<SkippedPrompts> const& skipped);
// Of both.
void forget_skipped(db::Tx& tx, access::OrganisationId organisation, pairing::PairingId pairing);

}  // namespace meeting::store

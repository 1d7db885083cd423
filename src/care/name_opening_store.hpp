#pragma once
// The only SQL that writes name_openings. The danger is sealed.

#include <optional>
#include <vector>

#include "care/name_opening.hpp"
#include "platform/crypto/key_folder.hpp"
#include "platform/db/db.hpp"

namespace care::store {

using access::OrganisationId;

void insert_opening(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation, NameOpening const& opening);
void save_agreement(db::Tx& tx, OrganisationId organisation, NameOpening const& opening);
std::optional<NameOpening> find_opening(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation,
                                        NameOpeningId id);
std::optional<NameOpening> find_opening_of(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation,
                                           ConcernId concern);
// The latest hundred of the organisation, the newest first.
std::vector<NameOpening> list_openings(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation);

}  // namespace care::store

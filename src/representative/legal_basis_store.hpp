#pragma once
// The only SQL that writes legal bases.

#include "access/viewer.hpp"
#include "platform/db/db.hpp"
#include "representative/openness_shapes.hpp"

namespace representative::store {

std::vector<LegalBasis> list_bases(db::Tx& tx, access::OrganisationId organisation);
// An empty basis is kept empty, so that its version goes on. False when `before` is not the version in force.
bool save_basis(db::Tx& tx, access::OrganisationId organisation, LegalBasis const& basis, std::int64_t before);

}  // namespace representative::store

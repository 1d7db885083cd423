#pragma once
// The only SQL that writes sign_in_failures.

#include <optional>

#include "access/viewer.hpp"
#include "platform/db/db.hpp"
#include "signin/throttle.hpp"

namespace signin::store {

std::optional<Failures> find_failures(db::Tx& tx, access::OrganisationId organisation, meta::Bytes const& subject);
void put_failures(db::Tx& tx, access::OrganisationId organisation, meta::Bytes const& subject,
                  Failures const& failures);
void forget_failures(db::Tx& tx, access::OrganisationId organisation, meta::Bytes const& subject);
// One failure less: a success among the failures of an address that many people share.
void forgive_one(db::Tx& tx, access::OrganisationId organisation, meta::Bytes const& subject);
void forget_failures_before(db::Tx& tx, base::Instant instant);

}  // namespace signin::store

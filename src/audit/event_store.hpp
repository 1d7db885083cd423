#pragma once
// The only SQL that writes events and private days.

#include <optional>
#include <string>
#include <string_view>

#include "access/viewer.hpp"
#include "base/time.hpp"
#include "platform/db/db.hpp"

namespace audit::store {

void insert(db::Tx& tx, access::OrganisationId organisation, std::string_view kind,
            std::optional<access::PersonId> actor, std::optional<base::AnyId> subject,
            std::optional<std::string> const& facts, base::Instant now);

// Mixes one private act into the digest of its day; the row looks the same after one act and after a hundred.
void stir(db::Tx& tx, access::OrganisationId organisation, base::Day day, std::string_view kind);

}  // namespace audit::store

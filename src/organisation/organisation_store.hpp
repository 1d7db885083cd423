#pragma once
// The only SQL that writes organisations.

#include <optional>
#include <string_view>

#include "organisation/organisation.hpp"
#include "platform/db/db.hpp"

namespace organisation::store {

Organisation load(db::Tx& tx, access::OrganisationId id);
std::optional<Organisation> find_by_slug(db::Tx& tx, std::string_view slug);
// The day it is there now.
base::Day today(db::Tx& tx, access::OrganisationId id, base::Instant now);
// The last moment of that day, in the house.
base::Instant end_of(db::Tx& tx, access::OrganisationId id, base::Day day);
// Where there is exactly one.
std::optional<Organisation> find_only(db::Tx& tx);
std::int64_t count(db::Tx& tx);
// Without the demo.
std::int64_t count_real(db::Tx& tx);

void insert(db::Tx& tx, Organisation const& organisation);
// False: somebody else changed it since.
bool update(db::Tx& tx, Organisation const& organisation);

}  // namespace organisation::store

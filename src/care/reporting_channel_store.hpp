#pragma once
// The only SQL that writes reporting_channels.

#include <vector>

#include "access/viewer.hpp"
#include "care/reporting_channel.hpp"
#include "platform/db/db.hpp"

namespace care::store {

std::vector<NamedOfficial> list_officials(db::Tx& tx, access::OrganisationId organisation);
void save_official(db::Tx& tx, access::OrganisationId organisation, std::string const& country,
                   Official const& official);
// False: there was none.
bool remove_official(db::Tx& tx, access::OrganisationId organisation, std::string const& country);

}  // namespace care::store

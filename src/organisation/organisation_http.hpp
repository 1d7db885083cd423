#pragma once

#include "access/call.hpp"
#include "organisation/organisation_shapes.hpp"

namespace organisation {

// Anybody, also signed out.
base::Result<Entrance> show_entrance(access::Call& call, EntranceQuery const& query);

base::Result<OrganisationAnswer> show_organisation(access::Call& call);
base::Result<OrganisationAnswer> change_organisation(access::Call& call, OrganisationChange const& change);

}  // namespace organisation

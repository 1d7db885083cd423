#pragma once

#include <string>

#include "access/viewer.hpp"
#include "audit/event.hpp"
#include "organisation/organisation.hpp"
#include "platform/db/db.hpp"

namespace organisation {

inline constexpr audit::Kind organisation_created{"organisation.created"};
inline constexpr audit::Kind organisation_changed{"organisation.changed"};

struct NewOrganisation {
    std::string name;
    std::string language;
    std::string time_zone;
    bool is_demo = false;
};

// With a slug of its own, made from the name.
base::Result<Organisation> create_organisation(db::Tx& tx, NewOrganisation const& wanted, base::Instant now);

// Refused as `stale` when `version` is no longer the organisation's.
base::Result<Organisation> apply_settings(db::Tx& tx, access::Viewer const& viewer, Settings const& settings,
                                          std::int64_t version, base::Instant now);

}  // namespace organisation

#pragma once
// What the chain of one organisation says, newest first.

#include "audit/audit_log_shapes.hpp"
#include "platform/db/db.hpp"

namespace audit::store {

// Entries that have their place, by falling position from below `after` on; unplaced events are not there yet.
std::vector<AuditLogEntry> list_entries(db::Tx& tx, access::OrganisationId organisation, AuditLogQuery const& query,
                                        std::optional<page::Position> const& after);

}  // namespace audit::store

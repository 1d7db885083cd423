#pragma once
// What the chain of one organisation says.

#include "audit/audit_log_shapes.hpp"
#include "platform/page_of_rows.hpp"

namespace audit::store {

// Entries that have their place, newest first unless asked otherwise; unplaced events are not there yet.
base::Result<page::Rows<AuditLogEntry>> list_entries(db::Tx& tx, access::OrganisationId organisation,
                                                     AuditLogQuery const& query);

}  // namespace audit::store

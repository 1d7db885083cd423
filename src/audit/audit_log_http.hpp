#pragma once

#include "access/call.hpp"
#include "audit/audit_log_shapes.hpp"

namespace audit {

base::Result<AuditLogPage> list_audit_log(access::Call& call, AuditLogQuery const& query);

}  // namespace audit

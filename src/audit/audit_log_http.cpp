#include "audit/audit_log_http.hpp"

#include "audit/audit_log_store.hpp"

namespace audit {

base::Result<AuditLogPage> list_audit_log(access::Call& call, AuditLogQuery const& query) {
    TRY(entries, store::list_entries(call.tx, call.viewer.organisation, query));
    AuditLogPage log;
    page::fill(log, std::move(entries));
    return log;
}

}  // namespace audit

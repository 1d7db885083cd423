#include "audit/audit_log_http.hpp"

#include "audit/audit_log_store.hpp"

namespace audit {

base::Result<AuditLogPage> list_audit_log(access::Call& call, AuditLogQuery const& query) {
    TRY(after, page::place<page::Position>(query));
    AuditLogPage log;
    page::fill(log, store::list_entries(call.tx, call.viewer.organisation, query, after), query,
               [](auto const& last) { return page::Position{last.position}; });
    return log;
}

}  // namespace audit

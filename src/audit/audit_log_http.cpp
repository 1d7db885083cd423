#include "audit/audit_log_http.hpp"

#include "audit/audit_log_store.hpp"

namespace audit {

base::Result<AuditLogPage> list_audit_log(access::Call& call, AuditLogQuery const& query) {
    auto const limit = query.limit.value_or(50);
    AuditLogPage page{store::list_entries(call.tx, call.viewer.organisation, query, limit + 1), std::nullopt};
    if (std::ssize(page.items) > limit) {
        page.items.pop_back();
        page.next_cursor = std::to_string(page.items.back().position);
    }
    return page;
}

}  // namespace audit

#include "audit/audit_log_store.hpp"

namespace audit::store {

std::vector<AuditLogEntry> list_entries(db::Tx& tx, access::OrganisationId organisation, AuditLogQuery const& query,
                                        std::int32_t limit) {
    return tx.all<AuditLogEntry>(R"(
        SELECT position, id, happened_at, kind, subject_id, actor_id, facts FROM events
        WHERE organisation_id = $1 AND position < $2 AND ($3 IS NULL OR kind = $3)
        ORDER BY position DESC LIMIT $4)",
                                 organisation, query.cursor.value_or(meta::kNoMost), query.kind, limit);
}

}  // namespace audit::store

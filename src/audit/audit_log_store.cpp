#include "audit/audit_log_store.hpp"

namespace audit::store {

std::vector<AuditLogEntry> list_entries(db::Tx& tx, access::OrganisationId organisation, AuditLogQuery const& query,
                                        std::optional<page::Position> const& after) {
    return tx.all<AuditLogEntry>(R"(
        SELECT position, id, happened_at, kind, subject_id, actor_id, facts FROM events
        WHERE organisation_id = $1 AND position < $2 AND ($3 IS NULL OR kind = $3)
          AND ($4 IS NULL OR actor_id = $4) AND ($5 IS NULL OR subject_id = $5)
        ORDER BY position DESC LIMIT $6)",
                                 organisation, after.value_or(page::Position{meta::kNoMost}).position, query.kind,
                                 query.actor_id, query.subject_id, query.reach());
}

}  // namespace audit::store

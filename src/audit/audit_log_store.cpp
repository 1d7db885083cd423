#include "audit/audit_log_store.hpp"

namespace audit::store {

namespace {

constexpr std::array kLogSortings{
    page::Sorting{.by = AuditLogSort::position, .order = page::Order::descending},
    page::Sorting{AuditLogSort::kind, "kind"},
};

constexpr page::Listing kLog{"position, id, happened_at, kind, subject_id, actor_id, facts", R"(
    FROM events
    WHERE organisation_id = $1 AND position IS NOT NULL AND ($2 IS NULL OR kind = $2) AND ($3 IS NULL OR actor_id = $3)
      AND ($4 IS NULL OR subject_id = $4) AND ($5 IS NULL OR kind LIKE $5 ESCAPE '!'))",
                             "position"};

}  // namespace

base::Result<page::Rows<AuditLogEntry>> list_entries(db::Tx& tx, access::OrganisationId organisation,
                                                     AuditLogQuery const& query) {
    return page::read<AuditLogEntry, page::ByPosition>(tx, query, kLogSortings, kLog, organisation, query.kind,
                                                       query.actor_id, query.subject_id,
                                                       page::folded_part(query.search));
}

}  // namespace audit::store

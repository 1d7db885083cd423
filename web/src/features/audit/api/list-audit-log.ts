import { answer, api, type Shape } from "lib/api-client/api";
import { useList } from "lib/api-client/list";

export type AuditLogEntry = Shape<"AuditLogEntry">;

interface AuditLogFilter {
  /** Part of a kind, as the chain names it. */
  search: string | undefined;
  sort: "position" | "kind";
  order: "ascending" | "descending";
}

/** The chain of events. */
export function useAuditLog(filter: AuditLogFilter) {
  return useList(["audit_log", filter], (cursor, signal) =>
    answer(api.GET("/api/audit-log", { params: { query: { ...filter, cursor } }, signal })),
  );
}

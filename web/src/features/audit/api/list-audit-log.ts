import { answer, api, type Shape } from "lib/api-client/api";
import { useList } from "lib/api-client/list";

export type AuditLogEntry = Shape<"AuditLogEntry">;

/** The chain of events, newest first. */
export function useAuditLog() {
  return useList(["audit_log"], (cursor, signal) =>
    answer(api.GET("/api/audit-log", { params: { query: { cursor } }, signal })),
  );
}

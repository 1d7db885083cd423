import { useQuery } from "@tanstack/react-query";
import { answer, api, type Shape } from "lib/api-client/api";

export type FairnessAudit = Shape<"FairnessAudit">;
export type FairnessRow = Shape<"FairnessRow">;

/** How a run treats departments, sites and levels; a run of before has none. */
export function useMatchRunAudit(runId: string) {
  return useQuery({
    queryKey: ["match_run", "audit", runId],
    queryFn: ({ signal }) =>
      answer(api.GET("/api/match-runs/{id}/audit", { params: { path: { id: runId } }, signal })),
  });
}

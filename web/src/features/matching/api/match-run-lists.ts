import { answer, api, type Shape } from "lib/api-client/api";
import { useList } from "lib/api-client/list";

export type RunPair = Shape<"RunPair">;
export type RunLeftover = Shape<"RunLeftover">;

interface RunPairsFilter {
  /** Part of a name of either side. */
  search?: string | undefined;
  sort?: "position" | "mentor" | "mentee";
  order?: "ascending" | "descending";
}

// What a run found never changes: its rows have a noun of their own, so that nothing that is told of a run while it is
// priced reads hundreds of them again.

/** The pairs of a run, a hundred at a time; without words about it, all of them as the run lists them. */
export function useRunPairs(runId: string, filter: RunPairsFilter = {}) {
  return useList(["match_run_rows", runId, "pairs", filter], (cursor, signal) => {
    const params = { path: { id: runId }, query: { ...filter, cursor, limit: 100 } };
    return answer(api.GET("/api/match-runs/{id}/pairs", { params, signal }));
  });
}

interface RunLeftoversFilter {
  /** Part of a name. */
  search?: string | undefined;
  side?: RunLeftover["side"] | undefined;
  sort?: "position" | "name" | "department";
  order?: "ascending" | "descending";
}

/** Who has no partner yet in a run, and why; a hundred at a time. */
export function useRunLeftovers(runId: string, filter: RunLeftoversFilter = {}) {
  return useList(["match_run_rows", runId, "leftovers", filter], (cursor, signal) => {
    const params = { path: { id: runId }, query: { ...filter, cursor, limit: 100 } };
    return answer(api.GET("/api/match-runs/{id}/leftovers", { params, signal }));
  });
}

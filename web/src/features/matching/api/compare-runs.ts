import { answer, api, type Shape } from "lib/api-client/api";
import { useList } from "lib/api-client/list";

export type ComparedPerson = Shape<"ComparedPerson">;
export type RunComparison = Shape<"RunComparison">;

interface ComparisonFilter {
  /** Part of a name. */
  search: string | undefined;
  side: ComparedPerson["side"] | undefined;
  change: ComparedPerson["change"] | undefined;
  sort: "name" | "change";
  order: "ascending" | "descending";
}

/** What a run changed against one of before, person by person. */
export function useComparison(now: string, before: string, filter: ComparisonFilter) {
  return useList(["match_run", now, "comparison", before, filter], (cursor, signal) => {
    const params = { path: { id: now }, query: { with: before, ...filter, cursor } };
    return answer(api.GET("/api/match-runs/{id}/comparison", { params, signal }));
  });
}

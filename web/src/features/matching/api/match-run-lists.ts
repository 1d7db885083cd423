import { useInfiniteQuery } from "@tanstack/react-query";
import { answer, api, type Shape } from "lib/api-client/api";

export type RunPair = Shape<"RunPair">;
export type RunLeftover = Shape<"RunLeftover">;

/** The pairs of a run, a hundred at a time. */
export function useRunPairs(runId: string) {
  return useInfiniteQuery({
    queryKey: ["match_run", runId, "pairs"],
    queryFn: ({ pageParam, signal }) =>
      answer(
        api.GET("/api/match-runs/{id}/pairs", {
          params: { path: { id: runId }, query: { after: pageParam } },
          signal,
        }),
      ),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
  });
}

/** Who has no partner yet in a run, and why. */
export function useRunLeftovers(runId: string) {
  return useInfiniteQuery({
    queryKey: ["match_run", runId, "leftovers"],
    queryFn: ({ pageParam, signal }) =>
      answer(
        api.GET("/api/match-runs/{id}/leftovers", {
          params: { path: { id: runId }, query: { after: pageParam } },
          signal,
        }),
      ),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
  });
}

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { answer, api, type Shape } from "lib/api-client/api";
import { useList } from "lib/api-client/list";

export type MatchRun = Shape<"MatchRunAnswer">;

const isWorking = (run: MatchRun | undefined) => run?.state === "queued" || run?.state === "running";

/** The newest run of a programme, where there is one. While it is at work it is asked for again every second. */
export function useMatchRuns(programmeId: string) {
  return useQuery({
    queryKey: ["match_run", "programme", programmeId],
    queryFn: ({ signal }) =>
      answer(
        api.GET("/api/match-runs", { params: { query: { programme_id: programmeId, limit: 1 } }, signal }),
      ),
    refetchInterval: ({ state }) => (isWorking(state.data?.items[0]) ? 1000 : false),
  });
}

/** The newest draft, which stands although a later run was cancelled or has failed. */
export function useStandingDraft(programmeId: string, wanted: boolean) {
  return useQuery({
    queryKey: ["match_run", "standing", programmeId],
    queryFn: ({ signal }) => {
      const query = { programme_id: programmeId, state: "draft" as const, limit: 1 };
      return answer(api.GET("/api/match-runs", { params: { query }, signal }));
    },
    enabled: wanted,
  });
}

/** One run; asked for again while it is at work. */
export function useMatchRun(id: string) {
  return useQuery({
    queryKey: ["match_run", id],
    queryFn: ({ signal }) => answer(api.GET("/api/match-runs/{id}", { params: { path: { id } }, signal })),
    refetchInterval: ({ state }) => (isWorking(state.data) ? 1000 : false),
  });
}

interface MatchRunsFilter {
  /** Part of a number. */
  search: string | undefined;
  state: MatchRun["state"] | undefined;
  sort: "number" | "state";
  order: "ascending" | "descending";
}

/** Every run of a programme, newest first unless said otherwise. */
export function useEveryMatchRun(programmeId: string, filter: MatchRunsFilter) {
  return useList(["match_run", "every", programmeId, filter], (cursor, signal) => {
    const query = { programme_id: programmeId, ...filter, cursor };
    return answer(api.GET("/api/match-runs", { params: { query }, signal }));
  });
}

function useChange<Input>(mutationFn: (input: Input) => Promise<unknown>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn,
    onSuccess: () => queries.invalidateQueries({ queryKey: ["match_run"] }),
  });
}

export function useStartMatchRun() {
  return useChange((body: Shape<"NewMatchRunRequest">) => answer(api.POST("/api/match-runs", { body })));
}

export function useCancelMatchRun() {
  return useChange((id: string) =>
    answer(api.POST("/api/match-runs/{id}/cancellation", { params: { path: { id } } })),
  );
}

export function usePublishMatchRun() {
  return useChange((id: string) =>
    answer(api.PUT("/api/match-runs/{id}/publication", { params: { path: { id } } })),
  );
}

/** Sends what was published, without waiting any longer. */
export function useSendNow() {
  return useChange((id: string) =>
    answer(api.PUT("/api/match-runs/{id}/publication/sending", { params: { path: { id } } })),
  );
}

/** Undoes it before it is sent; afterwards takes the suggestions back while the round is open. */
export function useTakeBack() {
  return useChange((id: string) =>
    answer(api.DELETE("/api/match-runs/{id}/publication", { params: { path: { id } } })),
  );
}

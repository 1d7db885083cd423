import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { answer, api, type Shape } from "lib/api-client/api";

export type MatchRun = Shape<"MatchRunAnswer">;

const isWorking = (run: MatchRun | undefined) => run?.state === "queued" || run?.state === "running";

/** The runs of a programme, newest first. While one is at work the list is asked again every second. */
export function useMatchRuns(programmeId: string) {
  return useQuery({
    queryKey: ["match_run", "programme", programmeId],
    queryFn: ({ signal }) =>
      answer(
        api.GET("/api/match-runs", { params: { query: { programme_id: programmeId, limit: 20 } }, signal }),
      ),
    refetchInterval: ({ state }) => (isWorking(state.data?.items[0]) ? 1000 : false),
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

/** Takes the suggestions back while the round is open. */
export function useWithdrawMatchRun() {
  return useChange((id: string) =>
    answer(api.DELETE("/api/match-runs/{id}/publication", { params: { path: { id } } })),
  );
}

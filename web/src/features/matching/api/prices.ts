import { useQuery } from "@tanstack/react-query";
import { answer, api, type Shape } from "lib/api-client/api";

export type Prices = Shape<"Prices">;
export type ObjectivePrice = Shape<"ObjectivePrice">;
export type Price = Shape<"Price">;

/** What each objective gives and what each rule and wish costs; asked for again while it is worked out. */
export function usePrices(runId: string) {
  return useQuery({
    queryKey: ["match_run", runId, "prices"],
    queryFn: ({ signal }) =>
      answer(api.GET("/api/match-runs/{id}/prices", { params: { path: { id: runId } }, signal })),
    refetchInterval: ({ state }) => (state.data?.state === "working" ? 1000 : false),
  });
}

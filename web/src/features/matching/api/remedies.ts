import { useQuery } from "@tanstack/react-query";
import { answer, api, type Shape } from "lib/api-client/api";

export type Remedy = Shape<"RemedyShown">;
export type Remedies = Shape<"Remedies">;
export type Side = Remedies["side"];

/** What would give somebody a partner, each tried out on today's people. It takes a while where they are many. */
export function useRemedies(runId: string, personId: string, side: Side) {
  return useQuery({
    queryKey: ["match_run", runId, "remedies", personId, side],
    queryFn: ({ signal }) => {
      const params = { path: { id: runId }, query: { person_id: personId, side } };
      return answer(api.GET("/api/match-runs/{id}/remedies", { params, signal }));
    },
  });
}

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { MatchRun } from "features/matching/api/match-runs";
import { answer, api } from "lib/api-client/api";
import type { Side } from "lib/i18n/called";

export interface Couple {
  mentor_id: string;
  mentee_id: string;
}

const inSight = 20;

/** Those who joined on a side, by name: the first twenty whose name has these letters in it. */
export function useSide(programmeId: string, side: Side, search: string) {
  return useQuery({
    queryKey: ["enrolment", "side", programmeId, side, search],
    queryFn: ({ signal }) => {
      const query = { side, state: "joined" as const, limit: inSight, ...(search && { search }) };
      const params = { path: { id: programmeId }, query };
      return answer(api.GET("/api/programmes/{id}/enrolments", { params, signal }));
    },
    placeholderData: (before) => before,
  });
}

/**
 * Keeps couples together, lets others go, and looks once more for what the run looked for and with its number, so that
 * what comes is what was shown before.
 */
export function useMakeByHand(run: MatchRun) {
  const queries = useQueryClient();
  const path = (couple: Couple) => ({ params: { path: { ...couple, id: run.programme_id } } });
  return useMutation({
    mutationFn: async ({ together, released }: { together: Couple[]; released: Couple[] }) => {
      for (const couple of released)
        await answer(api.DELETE("/api/programmes/{id}/locks/{mentor_id}/{mentee_id}", path(couple)));
      for (const couple of together)
        await answer(api.PUT("/api/programmes/{id}/locks/{mentor_id}/{mentee_id}", path(couple)));
      const { programme_id, objective, priority, seed } = run;
      return answer(api.POST("/api/match-runs", { body: { programme_id, objective, priority, seed } }));
    },
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ["wish", run.programme_id] }),
        queries.invalidateQueries({ queryKey: ["match_run"] }),
      ]),
  });
}

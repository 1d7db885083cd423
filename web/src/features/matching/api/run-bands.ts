import { useQuery } from "@tanstack/react-query";
import { answer, api, type Shape } from "lib/api-client/api";

export type RunBands = Shape<"RunBands">;
export type Division = RunBands["by"];

// What a run found never changes, so it is read once, whatever else about the run is told meanwhile.
const once = { staleTime: Number.POSITIVE_INFINITY };

/** How many pairs of a run join which departments, levels or sites; counted by the house. */
export function useRunBands(runId: string, by: Division) {
  return useQuery({
    ...once,
    queryKey: ["match_run_picture", runId, "bands", by],
    queryFn: ({ signal }) => {
      const params = { path: { id: runId }, query: { by } };
      return answer(api.GET("/api/match-runs/{id}/bands", { params, signal }));
    },
  });
}

interface BandAsked {
  by: Division;
  mentor_group: string;
  mentee_group: string;
}

/** The first pairs of a band, and the first of each side beside them who have no partner yet. */
export function useBandRows(
  runId: string,
  { by, mentor_group, mentee_group }: BandAsked,
  lines: number,
  beside: number,
) {
  return useQuery({
    ...once,
    queryKey: ["match_run_picture", runId, "band", by, mentor_group, mentee_group],
    queryFn: async ({ signal }) => {
      const path = { id: runId };
      const pairs = { by, mentor_group, mentee_group, is_filled_up: false, limit: lines };
      const alone = (side: "mentor" | "mentee", group: string) =>
        answer(
          api.GET("/api/match-runs/{id}/leftovers", {
            params: { path, query: { by, side, group, limit: beside } },
            signal,
          }),
        );
      const [found, mentors, mentees] = await Promise.all([
        answer(api.GET("/api/match-runs/{id}/pairs", { params: { path, query: pairs }, signal })),
        alone("mentor", mentor_group),
        alone("mentee", mentee_group),
      ]);
      return { pairs: found.items, leftovers: [...mentors.items, ...mentees.items] };
    },
  });
}

import { useQuery } from "@tanstack/react-query";
import { answer, api, type Shape } from "lib/api-client/api";

export type WhyNot = Shape<"WhyNot">;
export type RuleBetween = Shape<"RuleBetween">;

interface TwoPeople {
  mentor_id: string;
  mentee_id: string;
}

/** What stands between two people; or, where nothing does, what putting them together would do to a run. */
export function useWhyNot(programmeId: string, runId: string, two: TwoPeople | undefined) {
  return useQuery({
    queryKey: ["match_run", runId, "why-not", two],
    enabled: two !== undefined,
    queryFn: ({ signal }) => {
      const query = { mentor_id: "", mentee_id: "", ...two, match_run_id: runId };
      const params = { path: { id: programmeId }, query };
      return answer(api.GET("/api/programmes/{id}/why-not", { params, signal }));
    },
  });
}

import { useQuery } from "@tanstack/react-query";
import { answer, api, type Shape } from "lib/api-client/api";

export type RuleCount = Shape<"RuleCount">;

/** How many pairs are possible, and how many each rule takes away. */
export function useMatchOutlook(programmeId: string) {
  return useQuery({
    queryKey: ["match_outlook", "rules", programmeId],
    queryFn: ({ signal }) =>
      answer(
        api.GET("/api/programmes/{id}/match-outlook", { params: { path: { id: programmeId } }, signal }),
      ),
  });
}

import { useQuery } from "@tanstack/react-query";
import { answer, api, type Shape } from "lib/api-client/api";

export type MissingPeople = Shape<"MissingPeople">;
export type TopicShortage = Shape<"TopicShortage">;

/** What the people who are there would give, and who or what would give more. */
export function useMatchPlan(programmeId: string) {
  return useQuery({
    queryKey: ["match_outlook", "plan", programmeId],
    queryFn: ({ signal }) =>
      answer(api.GET("/api/programmes/{id}/match-plan", { params: { path: { id: programmeId } }, signal })),
  });
}

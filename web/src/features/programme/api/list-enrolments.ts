import { useQuery } from "@tanstack/react-query";
import { answer, api, type Shape } from "lib/api-client/api";
import { everyPage, useList } from "lib/api-client/list";

export type EnrolmentBrief = Shape<"EnrolmentBrief">;

interface EnrolmentFilter {
  search?: string | undefined;
  side?: EnrolmentBrief["side"] | undefined;
  sort?: "name" | "department" | "joined_on" | "state";
  order?: "ascending" | "descending";
}

/** Who takes part in a programme, by name unless said otherwise. Whoever left is not in it, like whoever never came. */
export function useEnrolments(programmeId: string, filter: EnrolmentFilter) {
  return useList(["enrolment", "list", programmeId, filter], (cursor, signal) => {
    const query = { ...filter, cursor };
    const params = { path: { id: programmeId }, query };
    return answer(api.GET("/api/programmes/{id}/enrolments", { params, signal }));
  });
}

/** All who joined, on both sides: for pairs that are found by their names. */
export function useJoined(programmeId: string) {
  return useQuery({
    queryKey: ["enrolment", "joined", programmeId],
    queryFn: async ({ signal }) => {
      const joined = await everyPage((cursor) => {
        const query = { state: "joined" as const, limit: 100, cursor };
        const params = { path: { id: programmeId }, query };
        return answer(api.GET("/api/programmes/{id}/enrolments", { params, signal }));
      }, signal);
      return joined.items;
    },
  });
}

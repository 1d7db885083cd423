import { answer, api, type Shape } from "lib/api-client/api";
import { useList } from "lib/api-client/list";

export type EnrolmentBrief = Shape<"EnrolmentBrief">;

export interface EnrolmentFilter {
  search?: string | undefined;
  side?: EnrolmentBrief["side"] | undefined;
}

/** Who takes part in a programme, by name. Whoever left is not in it, like whoever never came. */
export function useEnrolments(programmeId: string, filter: EnrolmentFilter) {
  return useList(["enrolment", "list", programmeId, filter], (cursor, signal) => {
    const query = { ...filter, search: filter.search || undefined, cursor };
    const params = { path: { id: programmeId }, query };
    return answer(api.GET("/api/programmes/{id}/enrolments", { params, signal }));
  });
}

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { answer, api, type Shape } from "lib/api-client/api";

export type ReportingLines = Shape<"ReportingLines">;

/** Who leads the house, and where lines end that cannot be followed to the top. */
export function useReportingLines() {
  return useQuery({
    queryKey: ["person", "lines"],
    queryFn: ({ signal }) =>
      answer(api.GET("/api/reporting-lines", { params: { query: { limit: 100 } }, signal })),
  });
}

/** "Reports outside this file, not under the others." */
export function useConfirmLines() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (person_ids: string[]) =>
      answer(api.POST("/api/reporting-lines/confirmations", { body: { person_ids } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["person"] }),
  });
}

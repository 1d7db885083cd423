import { useMutation, useQueryClient } from "@tanstack/react-query";
import { answer, api, type Shape } from "lib/api-client/api";
import { useList } from "lib/api-client/list";

type ReportingLines = Shape<"ReportingLines">;
export type BrokenLine = ReportingLines["items"][number];

interface LinesFilter {
  /** Part of a name. */
  search: string | undefined;
  sort: "people_under" | "name";
  order: "ascending" | "descending";
}

/** Who leads the house, and where lines end that cannot be followed to the top. */
export function useReportingLines(filter: LinesFilter) {
  return useList(["person", "lines", filter], (cursor, signal) => {
    const query = { ...filter, cursor, limit: 100 };
    return answer(api.GET("/api/reporting-lines", { params: { query }, signal }));
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

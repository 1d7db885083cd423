import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { ColumnMapping } from "features/person/api/propose-mapping";
import { answer, api, type Shape } from "lib/api-client/api";
import { useList } from "lib/api-client/list";

export type PeopleImport = Shape<"PeopleImportAnswer">;
export type ImportProblem = Shape<"StagedProblem">;
export type ImportRow = Shape<"ImportRowAnswer">;
export type Outcome = ImportRow["outcome"];

interface Upload {
  mapping: ColumnMapping;
  octets: Blob;
  source: "file" | "paste";
}

/** The dry run: the mapping as one line of JSON, then the file as it is. */
export function uploadPeople({ mapping, octets, source }: Upload) {
  return answer(
    api.POST("/api/people-imports", {
      params: { query: { source } },
      headers: { "Content-Type": "application/vnd.obverse.people-import" },
      body: new Blob([JSON.stringify(mapping), "\n", octets]) as never,
      bodySerializer: (body: unknown) => body as Blob,
    }),
  );
}

export function useUploadPeople() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: uploadPeople,
    onSuccess: () => queries.invalidateQueries({ queryKey: ["people_import"] }),
  });
}

/** One import; asked again every second while it is being applied. */
export function usePeopleImport(id: string) {
  return useQuery({
    queryKey: ["people_import", id],
    queryFn: ({ signal }) =>
      answer(api.GET("/api/people-imports/{id}", { params: { path: { id } }, signal })),
    refetchInterval: ({ state }) => (state.data?.state === "applying" ? 1000 : false),
  });
}

interface ProblemFilter {
  /** Part of a value or of a column's name. */
  search: string | undefined;
  sort: "position" | "reason" | "column_name";
  order: "ascending" | "descending";
}

export function useImportProblems(id: string, filter: ProblemFilter) {
  return useList(["people_import", id, "problems", filter], (cursor, signal) => {
    const params = { path: { id }, query: { ...filter, cursor, limit: 100 } };
    return answer(api.GET("/api/people-imports/{id}/problems", { params, signal }));
  });
}

interface RowFilter {
  /** Of one outcome only. */
  outcome: Outcome | undefined;
  /** Part of any cell that was read. */
  search: string | undefined;
  sort: "line" | "outcome";
  order: "ascending" | "descending";
}

/** The staged rows, as the file has them unless said otherwise. */
export function useImportRows(id: string, filter: RowFilter) {
  return useList(["people_import", id, "rows", filter], (cursor, signal) => {
    const params = { path: { id }, query: { ...filter, cursor } };
    return answer(api.GET("/api/people-imports/{id}/rows", { params, signal }));
  });
}

export function useApplyImport(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => answer(api.POST("/api/people-imports/{id}/application", { params: { path: { id } } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["people_import", id] }),
  });
}

export function useCancelImport(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => answer(api.POST("/api/people-imports/{id}/cancellation", { params: { path: { id } } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["people_import", id] }),
  });
}

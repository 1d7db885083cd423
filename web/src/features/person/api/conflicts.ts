import { useMutation, useQueryClient } from "@tanstack/react-query";
import { answer, api, type Shape } from "lib/api-client/api";
import { useList } from "lib/api-client/list";

export type Conflict = Shape<"ConflictRow">;

interface ConflictFilter {
  /** Part of one of the two names. */
  search: string | undefined;
  sort: "one" | "other" | "entered_on";
  order: "ascending" | "descending";
}

/** Which two people are kept apart. */
export function useConflicts(filter: ConflictFilter) {
  return useList(["conflict", filter], (cursor, signal) => {
    const query = { ...filter, cursor };
    return answer(api.GET("/api/conflicts", { params: { query }, signal }));
  });
}

export function useEnterConflict() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Shape<"ConflictInput">) => answer(api.PUT("/api/conflicts", { body })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["conflict"] }),
  });
}

export function useWithdrawConflict() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => answer(api.DELETE("/api/conflicts/{id}", { params: { path: { id } } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["conflict"] }),
  });
}

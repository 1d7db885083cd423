import { useMutation, useQueryClient } from "@tanstack/react-query";
import { answer, api, type Shape } from "lib/api-client/api";
import { useList } from "lib/api-client/list";

export type Conflict = Shape<"ConflictRow">;

/** Which two people are kept apart; `search` is a part of one of the two names. */
export function useConflicts(search: string) {
  return useList(["conflict", search], (cursor, signal) => {
    const query = { search: search || undefined, cursor };
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

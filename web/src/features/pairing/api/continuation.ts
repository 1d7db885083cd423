import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { answer, api, type Shape } from "lib/api-client/api";

export type Onward = Shape<"ContinuationGiven">["onward"];

/** How the reader would like to go on after the end. Opened only when both choose alike. */
export function useContinuation(id: string) {
  return useQuery({
    queryKey: ["pairing", id, "continuation"],
    queryFn: ({ signal }) =>
      answer(api.GET("/api/pairings/{id}/continuation", { params: { path: { id } }, signal })),
  });
}

export function useChooseOnward(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (onward: Onward) =>
      answer(api.PUT("/api/pairings/{id}/continuation", { params: { path: { id } }, body: { onward } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["pairing"] }),
  });
}

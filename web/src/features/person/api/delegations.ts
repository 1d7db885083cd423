import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { answer, api, type Shape } from "lib/api-client/api";

export type Delegations = Shape<"Delegations">;

/** Who keeps one's dates, and whose one keeps. */
export function useDelegations() {
  return useQuery({
    queryKey: ["delegation"],
    queryFn: ({ signal }) => answer(api.GET("/api/delegations", { signal })),
  });
}

export function useMakeDelegation() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Shape<"DelegationInput">) => answer(api.POST("/api/delegations", { body })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["delegation"] }),
  });
}

export function useEndDelegation(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => answer(api.DELETE("/api/delegations/{id}", { params: { path: { id } } })),
    onSettled: () => queries.invalidateQueries({ queryKey: ["delegation"] }),
  });
}

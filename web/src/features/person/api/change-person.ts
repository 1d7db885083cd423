import { useMutation, useQueryClient } from "@tanstack/react-query";
import { answer, api, type Shape } from "lib/api-client/api";

export function useChangePerson(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Shape<"PersonChangeRequest">) =>
      answer(api.PATCH("/api/people/{id}", { params: { path: { id } }, body })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["person"] }),
  });
}

/** Cuts a person off at once, everywhere; or lets them in again. */
export function useDeactivatePerson(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (isActive: boolean) =>
      isActive
        ? answer(api.DELETE("/api/people/{id}/deactivation", { params: { path: { id } } }))
        : answer(api.PUT("/api/people/{id}/deactivation", { params: { path: { id } } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["person"] }),
  });
}

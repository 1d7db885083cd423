import { useMutation, useQueryClient } from "@tanstack/react-query";
import { answer, api, type Shape } from "lib/api-client/api";

export function useGrantRole(personId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Shape<"NewRoleRequest">) =>
      answer(api.POST("/api/people/{id}/roles", { params: { path: { id: personId } }, body })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["person"] }),
  });
}

export function useRevokeRole(personId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (roleId: string) =>
      answer(
        api.DELETE("/api/people/{id}/roles/{role_id}", {
          params: { path: { id: personId, role_id: roleId } },
        }),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["person"] }),
  });
}

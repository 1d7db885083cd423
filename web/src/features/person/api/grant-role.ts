import { type QueryClient, useMutation, useQueryClient } from "@tanstack/react-query";
import { answer, api, type Shape } from "lib/api-client/api";

/** Who holds a role is told by people, by what a programme still needs, and by whom one can turn to. */
async function askAgain(queries: QueryClient) {
  await Promise.all(
    ["person", "programme", "contact_room"].map((key) => queries.invalidateQueries({ queryKey: [key] })),
  );
}

export function useGrantRole(personId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Shape<"NewRoleRequest">) =>
      answer(api.POST("/api/people/{id}/roles", { params: { path: { id: personId } }, body })),
    onSuccess: () => askAgain(queries),
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
    onSuccess: () => askAgain(queries),
  });
}

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { answer, api, type Shape } from "lib/api-client/api";

/** Stops a pairing, without a reason. Nobody is told who did. */
export function useClosePairing(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Shape<"ClosingRequest">) =>
      answer(api.PUT("/api/pairings/{id}/closure", { params: { path: { id } }, body })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["pairing"] }),
  });
}

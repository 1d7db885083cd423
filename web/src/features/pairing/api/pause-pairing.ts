import { useMutation, useQueryClient } from "@tanstack/react-query";
import { answer, api } from "lib/api-client/api";

export function usePausePairing(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => answer(api.PUT("/api/pairings/{id}/pause", { params: { path: { id } } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["pairing"] }),
  });
}

export function useResumePairing(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => answer(api.DELETE("/api/pairings/{id}/pause", { params: { path: { id } } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["pairing"] }),
  });
}

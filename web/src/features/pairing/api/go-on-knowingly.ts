import { useMutation, useQueryClient } from "@tanstack/react-query";
import { answer, api } from "lib/api-client/api";

/** One of the two, after a reorganisation: to go on, though both now stand in one line. Private. */
export function useGoOnKnowingly(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => answer(api.PUT("/api/pairings/{id}/going-on-knowingly", { params: { path: { id } } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["pairing"] }),
  });
}

/** Whoever runs the programme, about the same pair: that they go on knowingly, or that it ends. */
export function useDecideAboutLine(programmeId: string, pairingId: string) {
  const queries = useQueryClient();
  const params = { path: { id: programmeId, pairing_id: pairingId } };
  return useMutation({
    mutationFn: (decision: "go_on" | "end") =>
      decision === "go_on"
        ? answer(api.PUT("/api/programmes/{id}/pairings/{pairing_id}/going-on-knowingly", { params }))
        : answer(api.PUT("/api/programmes/{id}/pairings/{pairing_id}/ending", { params })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["pairing"] }),
  });
}

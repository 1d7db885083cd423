import { useMutation, useQueryClient } from "@tanstack/react-query";
import { answer, api, type Shape } from "lib/api-client/api";

export function useProposeMeeting(pairingId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Shape<"Proposal">) =>
      answer(api.POST("/api/pairings/{id}/meetings", { params: { path: { id: pairingId } }, body })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["pairing"] }),
  });
}

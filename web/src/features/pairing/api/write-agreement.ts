import { useMutation, useQueryClient } from "@tanstack/react-query";
import { answer, api, type Shape } from "lib/api-client/api";

/** Writes the agreement down. A change takes back the signatures under what stood there before. */
export function useWriteAgreement(pairingId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Shape<"AgreementChange">) =>
      answer(api.PUT("/api/pairings/{id}/agreement", { params: { path: { id: pairingId } }, body })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["pairing"] }),
  });
}

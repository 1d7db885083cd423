import { useMutation, useQueryClient } from "@tanstack/react-query";
import { answer, api, type Shape } from "lib/api-client/api";

export function useSignAgreement(pairingId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Shape<"AgreementSigning">) =>
      answer(
        api.PUT("/api/pairings/{id}/agreement/signature", { params: { path: { id: pairingId } }, body }),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["pairing"] }),
  });
}

/** Takes the signature back, while the other has not signed. */
export function useWithdrawSignature(pairingId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () =>
      answer(api.DELETE("/api/pairings/{id}/agreement/signature", { params: { path: { id: pairingId } } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["pairing"] }),
  });
}

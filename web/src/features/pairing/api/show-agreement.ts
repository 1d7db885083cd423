import { useQuery } from "@tanstack/react-query";
import { answer, api, type Shape } from "lib/api-client/api";

export type Agreement = Shape<"AgreementAnswer">;

/** The agreement of a pair, or its draft (version 0). */
export function useAgreement(pairingId: string) {
  return useQuery({
    queryKey: ["pairing", pairingId, "agreement"],
    queryFn: ({ signal }) =>
      answer(api.GET("/api/pairings/{id}/agreement", { params: { path: { id: pairingId } }, signal })),
  });
}

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { answer, api, type Shape } from "lib/api-client/api";

/** The privacy charter in force. */
export function useCharter() {
  return useQuery({
    queryKey: ["charter"],
    queryFn: ({ signal }) => answer(api.GET("/api/charter", { signal })),
    staleTime: 3_600_000,
  });
}

export function useSignCharter(pairingId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Shape<"CharterSigning">) =>
      answer(api.PUT("/api/pairings/{id}/charter/signature", { params: { path: { id: pairingId } }, body })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["pairing"] }),
  });
}

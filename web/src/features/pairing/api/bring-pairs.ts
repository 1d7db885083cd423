import { useMutation, useQueryClient } from "@tanstack/react-query";
import { answer, api, type Shape } from "lib/api-client/api";

/** Pairs that met before the programme came here; both people of each are asked to confirm. All of them, or none. */
export function useBringPairs(programmeId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (pairs: Shape<"BroughtPair">[]) =>
      answer(
        api.POST("/api/programmes/{id}/pairings", { params: { path: { id: programmeId } }, body: { pairs } }),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["pairing"] }),
  });
}

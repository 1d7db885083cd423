import { useMutation, useQueryClient } from "@tanstack/react-query";
import { answer, api, type Shape } from "lib/api-client/api";

export interface Leaving {
  ending?: Shape<"ClosingRequest">["ending"];
  /** What comes next for the reader: only after a pair that had begun. */
  next?: Shape<"RematchGiven">;
}

/** Stops a pairing, without a reason, and says what comes next. Nobody is told who did, or what. */
export function useLeavePairing(id: string) {
  const queries = useQueryClient();
  const params = { path: { id } };
  return useMutation({
    mutationFn: async ({ ending, next }: Leaving) => {
      await answer(api.PUT("/api/pairings/{id}/closure", { params, body: ending ? { ending } : {} }));
      if (next) await answer(api.PUT("/api/pairings/{id}/rematch", { params, body: next }));
    },
    // Sent again after half of it failed, both halves say the same once more.
    onSettled: () => queries.invalidateQueries({ queryKey: ["pairing"] }),
  });
}

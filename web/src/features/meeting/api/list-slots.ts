import { useQuery } from "@tanstack/react-query";
import { answer, api, type Shape } from "lib/api-client/api";

export type Slots = Shape<"Slots">;

/** Times that fit both, from a day on; without one, from when the next conversation is due. */
export function useSlots(pairingId: string, from_on?: string) {
  return useQuery({
    queryKey: ["pairing", pairingId, "slots", from_on],
    queryFn: ({ signal }) =>
      answer(
        api.GET("/api/pairings/{id}/slots", {
          params: { path: { id: pairingId }, query: from_on ? { from_on } : {} },
          signal,
        }),
      ),
  });
}

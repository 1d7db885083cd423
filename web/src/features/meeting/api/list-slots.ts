import { useMutation, useQuery } from "@tanstack/react-query";
import { answer, api, type Shape } from "lib/api-client/api";

export type Slots = Shape<"Slots">;

/** Whose times: those of one's own pair, or of somebody whose dates one keeps. */
export interface SlotsOf {
  pairingId: string;
  delegationId?: string;
}

/** Times that fit both, from a day on; without one, from when the next conversation is due. */
export function useSlots({ pairingId, delegationId }: SlotsOf, from_on?: string) {
  const query = from_on ? { from_on } : {};
  return useQuery({
    queryKey: ["pairing", pairingId, "slots", from_on, delegationId],
    queryFn: ({ signal }) =>
      delegationId
        ? answer(
            api.GET("/api/delegations/{id}/pairings/{pairing_id}/slots", {
              params: { path: { id: delegationId, pairing_id: pairingId }, query },
              signal,
            }),
          )
        : answer(api.GET("/api/pairings/{id}/slots", { params: { path: { id: pairingId }, query }, signal })),
  });
}

/** The same search without what the reader's own calendar holds. Its address is sent once and kept nowhere. */
export function useSearchWithCalendar({ pairingId }: SlotsOf, from_on?: string) {
  return useMutation({
    mutationFn: (free_busy_address: string) =>
      answer(
        api.POST("/api/pairings/{id}/slot-searches", {
          params: { path: { id: pairingId } },
          body: { free_busy_address, ...(from_on ? { from_on } : {}) },
        }),
      ),
    gcTime: 0,
  });
}

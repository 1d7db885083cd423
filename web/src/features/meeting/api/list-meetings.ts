import { useQuery } from "@tanstack/react-query";
import { answer, api, type Shape } from "lib/api-client/api";

export type PairMeetings = Shape<"PairMeetings">;
export type Meeting = PairMeetings["items"][number];

/** The conversations of one of one's pairs, in the order of their dates. */
export function useMeetings(pairingId: string) {
  return useQuery({
    queryKey: ["pairing", pairingId, "meetings"],
    queryFn: ({ signal }) =>
      answer(api.GET("/api/pairings/{id}/meetings", { params: { path: { id: pairingId } }, signal })),
  });
}

import { useQuery } from "@tanstack/react-query";
import { answer, api, type Shape } from "lib/api-client/api";

export type Timeline = Shape<"Timeline">;
export type Moment = Timeline["behind"][number];

/** What the two have behind them, and the dates ahead. */
export function useTimeline(pairingId: string) {
  return useQuery({
    queryKey: ["pairing", pairingId, "timeline"],
    queryFn: ({ signal }) =>
      answer(api.GET("/api/pairings/{id}/timeline", { params: { path: { id: pairingId } }, signal })),
  });
}

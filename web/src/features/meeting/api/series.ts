import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { answer, api, type Shape } from "lib/api-client/api";

export type Occurrences = Shape<"Occurrences">;
type WantedTime = Shape<"WantedTime">;

/** Several dates in one go, as often as the two agreed, with what fits both; none for one alone. */
export function useOccurrences(
  pairingId: string,
  first: WantedTime | undefined,
  { count, minutes }: { count: number; minutes: number },
): Occurrences["items"] {
  const isSeveral = first !== undefined && count > 1;
  const query = { starts_local: "", time_zone: "", ...first, count, minutes };
  const found = useQuery({
    queryKey: ["pairing", pairingId, "occurrences", query],
    enabled: isSeveral,
    queryFn: ({ signal }) =>
      answer(
        api.GET("/api/pairings/{id}/occurrences", { params: { path: { id: pairingId }, query }, signal }),
      ),
  });
  return isSeveral ? (found.data?.items ?? []) : [];
}

interface Proposed {
  /** Each time is a conversation; otherwise the other chooses one of them. */
  isSeries: boolean;
  proposal: Shape<"ProposalRequest">;
}

/** One conversation, or several in one go. */
export function useProposeMeetings(pairingId: string) {
  const queries = useQueryClient();
  const params = { path: { id: pairingId } };
  return useMutation({
    // What is planned in one go are conversations.
    mutationFn: ({ isSeries, proposal: { activity, ...body } }: Proposed): Promise<unknown> =>
      isSeries
        ? answer(api.POST("/api/pairings/{id}/meeting-series", { params, body }))
        : answer(api.POST("/api/pairings/{id}/meetings", { params, body: { ...body, activity } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["pairing"] }),
  });
}

export function useAcceptSeries(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => answer(api.PUT("/api/meeting-series/{id}/acceptance", { params: { path: { id } } })),
    onSettled: () => queries.invalidateQueries({ queryKey: ["pairing"] }),
  });
}

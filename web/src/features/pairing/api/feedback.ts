import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { answer, api, type Shape } from "lib/api-client/api";

type PairFeedback = Shape<"PairFeedback">;
export type Feedback = PairFeedback["items"][number];
export type FeedbackWords = Feedback["words"];

const keyOf = (pairingId: string) => ["pairing", pairingId, "feedback"];

/** What the two have given each other; the latest first. */
export function useFeedback(pairingId: string) {
  return useQuery({
    queryKey: keyOf(pairingId),
    queryFn: ({ signal }) =>
      answer(api.GET("/api/pairings/{id}/feedback", { params: { path: { id: pairingId } }, signal })),
  });
}

function useFeedbackWrite<Input>(pairingId: string, send: (input: Input) => Promise<PairFeedback>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSuccess: (feedback) => queries.setQueryData(keyOf(pairingId), feedback),
    onError: () => queries.invalidateQueries({ queryKey: keyOf(pairingId) }),
  });
}

const paramsOf = (pairingId: string, id: string) => ({ path: { id: pairingId, feedback_id: id } });

export function useGiveFeedback(pairingId: string) {
  return useFeedbackWrite(pairingId, ({ id, words }: { id: string; words: FeedbackWords }) =>
    answer(
      api.PUT("/api/pairings/{id}/feedback/{feedback_id}", { params: paramsOf(pairingId, id), body: words }),
    ),
  );
}

export function useTakeBackFeedback(pairingId: string) {
  return useFeedbackWrite(pairingId, (id: string) =>
    answer(api.DELETE("/api/pairings/{id}/feedback/{feedback_id}", { params: paramsOf(pairingId, id) })),
  );
}

/** The wish becomes a goal of the reader, in their own words. */
export function usePickFeedback(pairingId: string, id: string) {
  const queries = useQueryClient();
  const pick = useFeedbackWrite(pairingId, (text: string) =>
    answer(
      api
        .PUT("/api/pairings/{id}/feedback/{feedback_id}/goal", {
          params: paramsOf(pairingId, id),
          body: { text },
        })
        .finally(() => queries.invalidateQueries({ queryKey: ["pairing", pairingId, "goals"] })),
    ),
  );
  return pick;
}

export function useLookAtFeedback(pairingId: string, id: string) {
  return useFeedbackWrite(pairingId, (text: string) =>
    answer(
      api.PUT("/api/pairings/{id}/feedback/{feedback_id}/look", {
        params: paramsOf(pairingId, id),
        body: { text },
      }),
    ),
  );
}

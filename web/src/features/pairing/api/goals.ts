import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { answer, api, type Shape } from "lib/api-client/api";

export type PairGoals = Shape<"PairGoals">;
export type Goal = PairGoals["goals"][number];

const keyOf = (pairingId: string) => ["pairing", pairingId, "goals"];

/** Goals with their steps, the ladder of each topic, and the targets of the end. */
export function useGoals(pairingId: string) {
  return useQuery({
    queryKey: keyOf(pairingId),
    queryFn: ({ signal }) =>
      answer(api.GET("/api/pairings/{id}/goals", { params: { path: { id: pairingId } }, signal })),
  });
}

function useGoalWrite<Input>(pairingId: string, send: (input: Input) => Promise<PairGoals>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSuccess: (goals) => queries.setQueryData(keyOf(pairingId), goals),
    onError: () => queries.invalidateQueries({ queryKey: keyOf(pairingId) }),
  });
}

export function useWriteGoal(pairingId: string) {
  return useGoalWrite(pairingId, ({ side, position, ...body }: Goal) =>
    answer(
      api.PUT("/api/pairings/{id}/goals/{side}/{position}", {
        params: { path: { id: pairingId, side, position: String(position) } },
        body,
      }),
    ),
  );
}

export function useMarkLadder(pairingId: string) {
  return useGoalWrite(pairingId, (body: Shape<"LadderChangeRequest">) =>
    answer(api.PUT("/api/pairings/{id}/ladder", { params: { path: { id: pairingId } }, body })),
  );
}

export function useSetTargets(pairingId: string) {
  return useGoalWrite(pairingId, (targets: string[]) =>
    answer(api.PUT("/api/pairings/{id}/targets", { params: { path: { id: pairingId } }, body: { targets } })),
  );
}

export function useGiveEcho(pairingId: string) {
  return useGoalWrite(pairingId, (body: NonNullable<PairGoals["targets"]["echo"]>) =>
    answer(api.PUT("/api/pairings/{id}/echo", { params: { path: { id: pairingId } }, body })),
  );
}

import { answer, api, type Shape } from "lib/api-client/api";
import { useList } from "lib/api-client/list";

export type ProgrammePairing = Shape<"ProgrammePairing">;
export type CoordinatorState = Shape<"CoordinatorLine">["state"];

/** How the pairs of a programme stand, as far as whoever runs it may see. */
export function useProgrammePairings(programmeId: string, state: CoordinatorState | undefined) {
  return useList(["pairing", "programme", programmeId, state ?? null], (cursor, signal) => {
    const params = { path: { id: programmeId }, query: { state, cursor } };
    return answer(api.GET("/api/programmes/{id}/pairings", { params, signal }));
  });
}

import { answer, api, type Shape } from "lib/api-client/api";
import { useList } from "lib/api-client/list";

export type ProgrammePairing = Shape<"ProgrammePairing">;
export type CoordinatorState = Shape<"CoordinatorLine">["state"];

interface ProgrammePairingsFilter {
  state?: CoordinatorState | undefined;
  /** Part of a name of either of the two. */
  search?: string | undefined;
  sort?: "opened_at" | "mentor" | "mentee" | "state";
  order?: "ascending" | "descending";
}

/** How the pairs of a programme stand, as far as whoever runs it may see. */
export function useProgrammePairings(programmeId: string, filter: ProgrammePairingsFilter = {}) {
  return useList(["pairing", "programme", programmeId, filter], (cursor, signal) => {
    const params = { path: { id: programmeId }, query: { ...filter, cursor } };
    return answer(api.GET("/api/programmes/{id}/pairings", { params, signal }));
  });
}

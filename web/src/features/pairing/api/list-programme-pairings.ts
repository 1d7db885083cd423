import { useInfiniteQuery } from "@tanstack/react-query";
import { answer, api, type Shape } from "lib/api-client/api";

export type ProgrammePairing = Shape<"ProgrammePairing">;
export type CoordinatorState = Shape<"CoordinatorLine">["state"];

/** How the pairs of a programme stand, as far as whoever runs it may see. */
export function useProgrammePairings(programmeId: string, state: CoordinatorState | undefined) {
  return useInfiniteQuery({
    queryKey: ["pairing", "programme", programmeId, state ?? null],
    queryFn: ({ pageParam, signal }) =>
      answer(
        api.GET("/api/programmes/{id}/pairings", {
          params: { path: { id: programmeId }, query: { state, after: pageParam } },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
  });
}

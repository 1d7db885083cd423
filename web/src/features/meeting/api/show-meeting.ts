import { useQueries, useQuery } from "@tanstack/react-query";
import type { Meeting, PairMeetings } from "features/meeting/api/list-meetings";
import { answer, api } from "lib/api-client/api";

/** One of one's meetings. Its dates are hinted at as the pair's. */
export function useMeeting(id: string) {
  return useQuery({
    queryKey: ["pairing", "meeting", id],
    queryFn: ({ signal }) => answer(api.GET("/api/meetings/{id}", { params: { path: { id } }, signal })),
  });
}

/** Of these pairs, the conversation whose date comes first, else one that waits for a date. Undefined: not known yet. */
export function useNextMeeting(pairingIds: string[]): Meeting | null | undefined {
  const found = useQueries({
    queries: pairingIds.map((id) => ({
      queryKey: ["pairing", id, "meetings"],
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        answer(api.GET("/api/pairings/{id}/meetings", { params: { path: { id } }, signal })),
    })),
  });
  if (found.some(({ data }) => data === undefined)) return undefined;
  const open = found
    .flatMap(({ data }) => (data as PairMeetings).items)
    .filter(({ state }) => state === "set" || state === "proposed");
  const startOf = ({ time }: Meeting) => time?.starts_at ?? "9999";
  return open.toSorted((one, other) => startOf(one).localeCompare(startOf(other)))[0] ?? null;
}

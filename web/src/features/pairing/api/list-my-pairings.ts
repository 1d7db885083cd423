import { useQuery } from "@tanstack/react-query";
import { answer, api } from "lib/api-client/api";

/** One's own pairings, newest first, also those that are over. */
export function useMyPairings() {
  return useQuery({
    queryKey: ["pairing"],
    queryFn: ({ signal }) => answer(api.GET("/api/pairings", { signal })),
  });
}

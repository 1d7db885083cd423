import { useQuery } from "@tanstack/react-query";
import { answer, api } from "lib/api-client/api";

/** Whose house this is, before anybody has signed in: to be set up, one organisation's, or several's. */
export function useEntrance(organisation?: string) {
  return useQuery({
    queryKey: ["entrance", organisation ?? null],
    queryFn: ({ signal }) =>
      answer(api.GET("/api/entrance", { params: { query: { organisation } }, signal })),
    staleTime: 60_000,
  });
}

import { useQuery } from "@tanstack/react-query";
import { answer, api } from "lib/api-client/api";

/** The six ready aims, in words. */
export function useAims(language: string) {
  return useQuery({
    queryKey: ["aims", language],
    queryFn: ({ signal }) => answer(api.GET("/api/aims", { params: { query: { language } }, signal })),
    staleTime: 3_600_000,
  });
}

import { useQuery } from "@tanstack/react-query";
import { answer, api, type Shape } from "lib/api-client/api";

export type Topic = Shape<"Topic">;
export type Catalogue = Shape<"Catalogue">;

/** The topics there are, by family, in the reader's language. */
export function useTopics(language: string) {
  return useQuery({
    queryKey: ["topics", language],
    queryFn: ({ signal }) => answer(api.GET("/api/topics", { params: { query: { language } }, signal })),
    staleTime: 3_600_000,
  });
}

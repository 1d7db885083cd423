import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { answer, api, type Shape } from "lib/api-client/api";

export type Suggestion = Shape<"SuggestionAnswer">;
export type GivenAnswer = Shape<"GivenAnswerRequest">;

/** Whom one could meet, while it can be answered. */
export function useMySuggestions() {
  return useQuery({
    queryKey: ["suggestion"],
    queryFn: ({ signal }) => answer(api.GET("/api/suggestions", { signal })),
  });
}

const put = (id: string, body: GivenAnswer) =>
  answer(api.PUT("/api/suggestions/{id}/answer", { params: { path: { id } }, body }));

/** One's own private answer; it may change until the closing day. */
export function useAnswerSuggestion(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: GivenAnswer) => put(id, body),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["suggestion"] }),
  });
}

/** Two whom one is happy to meet change places in one's own order. */
export function usePreferSuggestion() {
  const queries = useQueryClient();
  const happy = (rank: number | null) =>
    ({ answer: "happy_to_meet", decides_nothing_confirmed: true, rank }) as const;
  return useMutation({
    mutationFn: async ({ first, second }: { first: Suggestion; second: Suggestion }) => {
      await put(first.id, happy(second.rank));
      await put(second.id, happy(first.rank));
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ["suggestion"] }),
  });
}

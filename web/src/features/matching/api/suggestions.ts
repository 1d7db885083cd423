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

/** One's own private answer; it may change until the closing day. */
export function useAnswerSuggestion(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: GivenAnswer) =>
      answer(api.PUT("/api/suggestions/{id}/answer", { params: { path: { id } }, body })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["suggestion"] }),
  });
}

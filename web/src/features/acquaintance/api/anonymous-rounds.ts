import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { answer, api, type Shape } from "lib/api-client/api";

export type AnonymousRound = Shape<"AnonymousRoundShown">;
export type AnonymousRounds = Shape<"AnonymousRounds">;

export function useAnonymousRounds(programme: string) {
  return useQuery({
    queryKey: ["anonymous_round", programme],
    queryFn: ({ signal }) =>
      answer(
        api.GET("/api/programmes/{id}/anonymous-rounds", { params: { path: { id: programme } }, signal }),
      ),
  });
}

export function useOpenAnonymousRound(programme: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (round_id: string) =>
      answer(
        api.PUT("/api/programmes/{id}/anonymous-rounds/{round_id}", {
          params: { path: { id: programme, round_id } },
        }),
      ),
    onSettled: () => queries.invalidateQueries({ queryKey: ["anonymous_round"] }),
  });
}

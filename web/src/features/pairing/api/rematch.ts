import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { answer, api, type Shape } from "lib/api-client/api";

export type Wish = Shape<"RematchGiven">["wish"];

/** After a pair: what the reader said about a new partner. Shown to nobody else. */
export function useRematch(id: string) {
  return useQuery({
    queryKey: ["pairing", id, "rematch"],
    queryFn: ({ signal }) =>
      answer(api.GET("/api/pairings/{id}/rematch", { params: { path: { id } }, signal })),
  });
}

export function useWishRematch(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Shape<"RematchGiven">) =>
      answer(api.PUT("/api/pairings/{id}/rematch", { params: { path: { id } }, body })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["pairing"] }),
  });
}

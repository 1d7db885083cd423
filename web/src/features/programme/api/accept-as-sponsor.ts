import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { answer, api, type Shape } from "lib/api-client/api";

/** What a sponsor is asked to stand for; open to whoever holds the link. */
export function useAcceptance(link: string) {
  return useQuery({
    queryKey: ["acceptance", link],
    queryFn: ({ signal }) =>
      answer(api.GET("/api/sponsor-acceptances/{link}", { params: { path: { link } }, signal })),
  });
}

export function useAcceptAsSponsor(link: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Shape<"CommitmentRequest">) =>
      answer(api.PUT("/api/sponsor-acceptances/{link}", { params: { path: { link } }, body })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["acceptance"] }),
  });
}

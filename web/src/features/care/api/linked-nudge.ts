import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { answer, api, type Shape } from "lib/api-client/api";

export type LinkedNudge = Shape<"LinkedNudge">;

/** Times that fit two people, by the link from a mail; nobody needs to sign in. */
export function useLinkedNudge(token: string) {
  return useQuery({
    queryKey: ["linked-nudge", token],
    queryFn: ({ signal }) =>
      answer(api.GET("/api/nudge-links/{token}", { params: { path: { token } }, signal })),
  });
}

export function useLinkedProposal(token: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Shape<"NudgeProposal">) =>
      answer(api.PUT("/api/nudge-links/{token}/proposal", { params: { path: { token } }, body })),
    onSettled: () => queries.invalidateQueries({ queryKey: ["linked-nudge"] }),
  });
}

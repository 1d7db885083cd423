import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { answer, api, type Shape } from "lib/api-client/api";

/** How many were invited and joined: facts about the house, the same whatever anybody answered. */
export function useInvitationCounts(programmeId: string) {
  return useQuery({
    queryKey: ["invitation", "counts", programmeId],
    queryFn: ({ signal }) =>
      answer(api.GET("/api/programmes/{id}/invitations", { params: { path: { id: programmeId } }, signal })),
  });
}

export function useInvite(programmeId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Shape<"InvitationsInputRequest">) =>
      answer(api.POST("/api/programmes/{id}/invitations", { params: { path: { id: programmeId } }, body })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["invitation"] }),
  });
}

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { answer, api, type Shape } from "lib/api-client/api";

export type OwnInvitation = Shape<"OwnInvitation">;

export function useMyInvitations() {
  return useQuery({
    queryKey: ["invitation"],
    queryFn: ({ signal }) => answer(api.GET("/api/my-invitations", { signal })),
  });
}

/** Yes, not now, or no. Private: a coordinator sees a number of those who joined, and nothing else. */
export function useAnswerInvitation(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Shape<"AnswerInput">) =>
      answer(api.PUT("/api/invitations/{id}/answer", { params: { path: { id } }, body })),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ["invitation"] });
      await queries.invalidateQueries({ queryKey: ["enrolment"] });
    },
  });
}

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
export function useAnswerInvitation(id: string, onYes: () => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Shape<"AnswerInput">) =>
      answer(api.PUT("/api/invitations/{id}/answer", { params: { path: { id } }, body })),
    onSuccess: async (_, { answer: given }) => {
      // First, for the card is gone as soon as the list has been asked again.
      if (given === "yes") onYes();
      await queries.invalidateQueries({ queryKey: ["invitation"] });
      await queries.invalidateQueries({ queryKey: ["enrolment"] });
    },
  });
}

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { answer, api, type Shape } from "lib/api-client/api";

/** Says privately whether to go on. Both answers are opened together. */
export function useAnswerExploratoryMeeting(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Shape<"AnswerGiven">) =>
      answer(api.PUT("/api/pairings/{id}/exploratory-answer", { params: { path: { id } }, body })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["pairing"] }),
  });
}

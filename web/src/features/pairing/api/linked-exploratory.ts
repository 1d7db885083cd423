import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { answer, api, type Shape } from "lib/api-client/api";

export type LinkedExploratory = Shape<"LinkedExploratory">;

/** The date of a first conversation by the link from a mail; nobody needs to sign in. */
export function useLinkedExploratory(token: string) {
  return useQuery({
    queryKey: ["date", "first", token],
    queryFn: ({ signal }) =>
      answer(api.GET("/api/exploratory-links/{token}", { params: { path: { token } }, signal })),
  });
}

export function useMoveLinkedExploratory(token: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Shape<"MeetingChange">) =>
      answer(api.PUT("/api/exploratory-links/{token}/date", { params: { path: { token } }, body })),
    onSettled: () => queries.invalidateQueries({ queryKey: ["date"] }),
  });
}

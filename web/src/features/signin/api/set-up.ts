import { useMutation, useQueryClient } from "@tanstack/react-query";
import { mySession } from "features/signin/api/my-session";
import { answer, api, type Shape } from "lib/api-client/api";

/** Makes the organisation and its first administrator, with the code that the server printed when it started. */
export function useSetUp() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Shape<"SetUp">) => answer(api.POST("/api/set-up", { body })),
    onSuccess: () => queries.fetchQuery({ ...mySession, staleTime: 0 }),
  });
}

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { mySession } from "features/signin/api/my-session";
import { answer, api, type Shape } from "lib/api-client/api";

export function useSignIn() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Shape<"SignIn">) => answer(api.POST("/api/session", { body })),
    onSuccess: () => queries.fetchQuery({ ...mySession, staleTime: 0 }),
  });
}

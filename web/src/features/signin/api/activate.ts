import { useMutation, useQueryClient } from "@tanstack/react-query";
import { mySession } from "features/signin/api/my-session";
import { answer, api, type Shape } from "lib/api-client/api";

/** Sets the password that an activation or reset link was sent for. */
export function useActivate(token: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Shape<"NewPassword">) =>
      answer(api.PUT("/api/activations/{token}", { params: { path: { token } }, body })),
    onSuccess: () => queries.fetchQuery({ ...mySession, staleTime: 0 }),
  });
}

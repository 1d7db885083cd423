import { useMutation } from "@tanstack/react-query";
import { useEntered } from "features/signin/api/entering";
import { answer, api, type Shape } from "lib/api-client/api";

/** Sets the password that an activation or reset link was sent for. */
export function useActivate(token: string) {
  const entered = useEntered();
  return useMutation({
    mutationFn: (body: Shape<"NewPassword">) =>
      answer(api.PUT("/api/activations/{token}", { params: { path: { token } }, body })),
    onSuccess: entered,
  });
}

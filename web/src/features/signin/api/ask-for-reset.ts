import { useMutation } from "@tanstack/react-query";
import { answer, api, type Shape } from "lib/api-client/api";

/** Asks for a link to a new password. The answer is the same whether or not somebody has that name. */
export function useAskForReset() {
  return useMutation({
    mutationFn: (body: Shape<"PasswordResetRequestRequest">) =>
      answer(api.POST("/api/password-resets", { body })),
  });
}

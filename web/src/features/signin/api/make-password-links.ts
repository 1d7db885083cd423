import { useMutation } from "@tanstack/react-query";
import { answer, api, type Shape } from "lib/api-client/api";

/** Links that set a first password: to copy, to mail or to print. Older ones of the same people are void. */
export function useMakePasswordLinks() {
  return useMutation({
    mutationFn: (body: Shape<"NewPasswordLinks">) => answer(api.POST("/api/password-links", { body })),
  });
}

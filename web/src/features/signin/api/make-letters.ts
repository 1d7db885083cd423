import { useMutation } from "@tanstack/react-query";
import { answer, api, type Shape } from "lib/api-client/api";

export type PasswordLink = Shape<"PasswordLinkAnswer">;

/** Links to be printed; one that was printed before and still opens stays good. Whoever has a password gets none. */
export function useMakeLetters() {
  return useMutation({
    mutationFn: (people: string[]) =>
      answer(api.POST("/api/password-links", { body: { people, delivery: "printed" } })),
  });
}

import { useMutation } from "@tanstack/react-query";
import { useEntered } from "features/signin/api/entering";
import { answer, api, type Shape } from "lib/api-client/api";

export function useSignIn() {
  const entered = useEntered();
  return useMutation({
    mutationFn: (body: Shape<"SignInRequest">) => answer(api.POST("/api/session", { body })),
    onSuccess: entered,
  });
}

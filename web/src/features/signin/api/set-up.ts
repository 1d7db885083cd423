import { useMutation } from "@tanstack/react-query";
import { useEntered } from "features/signin/api/entering";
import { answer, api, type Shape } from "lib/api-client/api";

/** Makes the organisation and its first administrator, with the code that the server printed when it started. */
export function useSetUp() {
  const entered = useEntered();
  return useMutation({
    mutationFn: (body: Shape<"SetUpRequest">) => answer(api.POST("/api/set-up", { body })),
    onSuccess: entered,
  });
}

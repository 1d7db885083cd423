import { useQuery } from "@tanstack/react-query";
import { answer, api } from "lib/api-client/api";

/** Whom an activation link is for; refused when it is used, too old, or none of ours. */
export function useActivation(token: string) {
  return useQuery({
    queryKey: ["activation", token],
    queryFn: ({ signal }) =>
      answer(api.GET("/api/activations/{token}", { params: { path: { token } }, signal })),
  });
}

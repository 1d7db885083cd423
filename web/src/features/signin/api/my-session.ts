import { queryOptions, useQuery } from "@tanstack/react-query";
import { answer, api, type Shape } from "lib/api-client/api";
import { Refusal } from "lib/api-client/refusal";

export type MySession = Shape<"MySession">;

/** Who is signed in; `null` when nobody is. */
export const mySession = queryOptions({
  queryKey: ["session"],
  queryFn: ({ signal }): Promise<MySession | null> =>
    answer(api.GET("/api/session", { signal })).catch((error: unknown) => {
      if (error instanceof Refusal && error.status === 401) return null;
      throw error;
    }),
  staleTime: 60_000,
});

export function useMySession() {
  return useQuery(mySession);
}

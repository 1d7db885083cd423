import { queryOptions, useQuery } from "@tanstack/react-query";
import { hasSignedInHere, rememberSignedIn } from "features/signin/api/signed-in-here";
import { answer, api, type Shape } from "lib/api-client/api";
import { Refusal } from "lib/api-client/refusal";

export type MySession = Shape<"MySession">;

/** Who is signed in; `null` when nobody is. A browser that never signed anybody in does not ask. */
export const mySession = queryOptions({
  queryKey: ["session"],
  queryFn: async ({ client, queryKey, signal }): Promise<MySession | null> => {
    if (!hasSignedInHere()) return null;
    return answer(api.GET("/api/session", { signal })).catch((error: unknown) => {
      if (!(error instanceof Refusal && error.status === 401)) throw error;
      // On a page that is open already whoever wrote there may sign in again in its place.
      if (!client.getQueryData(queryKey)) rememberSignedIn(false);
      return null;
    });
  },
  staleTime: 60_000,
});

export function useMySession() {
  return useQuery(mySession);
}

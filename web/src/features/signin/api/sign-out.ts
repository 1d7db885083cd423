import { useMutation, useQueryClient } from "@tanstack/react-query";
import { mySession } from "features/signin/api/my-session";
import { answer, api } from "lib/api-client/api";

/** Signs out and forgets every answer this browser has seen. */
export function useSignOut() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => answer(api.DELETE("/api/session")),
    onSuccess: () => {
      queries.clear();
      queries.setQueryData(mySession.queryKey, null);
    },
  });
}

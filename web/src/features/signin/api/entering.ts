import { useQueryClient } from "@tanstack/react-query";
import { mySession } from "features/signin/api/my-session";
import { rememberSignedIn } from "features/signin/api/signed-in-here";
import { forgetAllUnsent } from "lib/unsent";

/** What follows whenever somebody got in: by a password, a link, or as the first of all. */
export function useEntered(): () => Promise<void> {
  const queries = useQueryClient();
  return async () => {
    rememberSignedIn(true);
    // What the open page itself shows stays: taking it away would take the form away before it has led on.
    queries.removeQueries({ type: "inactive", predicate: (query) => query.queryKey[0] !== "session" });
    await queries.fetchQuery({ ...mySession, staleTime: 0 });
  };
}

/** What follows whenever somebody left: this browser forgets every answer it has seen. */
export function useLeft(): () => void {
  const queries = useQueryClient();
  return () => {
    rememberSignedIn(false);
    forgetAllUnsent();
    queries.clear();
    queries.setQueryData(mySession.queryKey, null);
  };
}

import { useMySession } from "features/signin/api/my-session";

/**
 * What day and hour it is in the house. A demo travels, and a computer's clock may be wrong: pages that say *today* ask
 * here. Nothing while nobody is signed in. The browser's clock only counts how long ago the house said it.
 */
export function useNow(): string | undefined {
  const { data: session, dataUpdatedAt } = useMySession();
  if (!session) return undefined;
  const since = Math.max(0, Date.now() - dataUpdatedAt);
  return new Date(Date.parse(session.now) + since).toISOString();
}

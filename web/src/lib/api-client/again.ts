import { type QueryKey, useQueryClient } from "@tanstack/react-query";

/** Asks a question of this page once more and waits for the answer: for what somebody else changed meanwhile. */
export function useAgain<Answer>(queryKey: QueryKey): () => Promise<Answer> {
  const queries = useQueryClient();
  return async () => {
    await queries.refetchQueries({ queryKey, exact: true }, { throwOnError: true });
    return queries.getQueryData(queryKey) as Answer;
  };
}

import { type QueryKey, useInfiniteQuery } from "@tanstack/react-query";

/** One page of a list as the server pages: rows, and the cursor of the next. */
export interface ListPage<Row> {
  items: Row[];
  next_cursor?: string | null;
}

/** A list of any length. `page` asks for what stands behind a cursor; the first page has none. */
export function useList<Row>(
  queryKey: QueryKey,
  page: (cursor: string | undefined, signal: AbortSignal) => Promise<ListPage<Row>>,
) {
  return useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam, signal }) => page(pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next_cursor ?? undefined,
  });
}

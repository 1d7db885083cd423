import { type QueryKey, useInfiniteQuery } from "@tanstack/react-query";

/** One page of a list as the server pages: rows, and the cursor of the next; none after the last. */
export interface ListPage<Row> {
  items: Row[];
  next_cursor?: string | null;
}

/** Asks for what stands behind a cursor; the first page has none. */
type AskPage<Page> = (cursor: string | undefined, signal: AbortSignal) => Promise<Page>;

/** A list of any length, a page at a time. */
export function useList<Page extends ListPage<unknown>>(queryKey: QueryKey, page: AskPage<Page>) {
  return useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam, signal }) => page(pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next_cursor ?? undefined,
  });
}

/** All of a list that a page shows whole: page after page, as one. */
export async function everyPage<Page extends ListPage<unknown>>(
  page: AskPage<Page>,
  signal: AbortSignal,
): Promise<Page> {
  const whole = await page(undefined, signal);
  let cursor = whole.next_cursor;
  while (cursor) {
    const next = await page(cursor, signal);
    whole.items.push(...next.items);
    cursor = next.next_cursor;
  }
  return whole;
}

import {
  type InfiniteData,
  type QueryKey,
  type UseInfiniteQueryResult,
  useInfiniteQuery,
} from "@tanstack/react-query";

/** One page of a list as the server pages: rows, and the cursor of the next; none after the last. */
export interface ListPage<Row> {
  items: Row[];
  next_cursor?: string | null;
}

/** Asks for what stands behind a cursor; the first page has none. */
type AskPage<Page> = (cursor: string | undefined, signal: AbortSignal) => Promise<Page>;

/**
 * A list of any length, a page at a time. The last part of the key is how it is searched, narrowed and sorted: while
 * that alone changes, the rows of before stand until those asked for are there.
 */
export function useList<Page extends ListPage<unknown>>(queryKey: QueryKey, page: AskPage<Page>) {
  return useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam, signal }) => page(pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next_cursor ?? undefined,
    placeholderData: (before, query) => (query && isOfOneList(query.queryKey, queryKey) ? before : undefined),
  });
}

const listOf = (key: QueryKey) => JSON.stringify(key.slice(0, -1));
const isOfOneList = (one: QueryKey, other: QueryKey) => listOf(one) === listOf(other);

/** A list as far as it has been found, for whatever draws it. */
export interface Found<Row> {
  /** Nothing before the first answer. */
  rows: Row[] | undefined;
  error: Error | null;
  /** These rows answer what was asked before; those asked for are on their way. */
  isOfBefore: boolean;
  /** There are more than these. */
  more: { busy: boolean; onMore: () => void } | undefined;
  again: () => void;
}

/** What a list of `useList` has found. */
export function foundIn<Row>(list: UseInfiniteQueryResult<InfiniteData<ListPage<Row>>>): Found<Row> {
  return {
    rows: list.data?.pages.flatMap((page) => page.items),
    error: list.error,
    isOfBefore: list.isPlaceholderData,
    more: list.hasNextPage
      ? { busy: list.isFetchingNextPage, onMore: () => void list.fetchNextPage() }
      : undefined,
    again: () => void list.refetch(),
  };
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

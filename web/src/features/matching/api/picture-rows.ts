import { type InfiniteData, type UseInfiniteQueryResult, useInfiniteQuery } from "@tanstack/react-query";
import { answer, api } from "lib/api-client/api";
import type { ListPage } from "lib/api-client/list";
import { useEffect } from "react";

/** So many rows a picture reads by itself; it says so where there are more. */
const most = 5000;

// What a run found never changes, so its rows are read once, whatever else about the run is told meanwhile.
const once = {
  initialPageParam: undefined as string | undefined,
  staleTime: Number.POSITIVE_INFINITY,
  getNextPageParam: (last: ListPage<unknown>) => last.next_cursor ?? undefined,
};

/** Asks for page after page, and gives what is there so far. */
function useReadOn<Row>(list: UseInfiniteQueryResult<InfiniteData<ListPage<Row>>>) {
  const { hasNextPage, isFetching, isError, fetchNextPage } = list;
  const rows = list.data?.pages.flatMap((page) => page.items) ?? [];
  const goesOn = hasNextPage && !isError && rows.length < most;
  useEffect(() => {
    if (goesOn && !isFetching) fetchNextPage();
  }, [goesOn, isFetching, fetchNextPage]);
  return { list, rows, isReading: list.isPending || goesOn };
}

/** The pairs of a run for its picture, without those that only fill up somebody's suggestions. */
export function usePicturePairs(runId: string) {
  return useReadOn(
    useInfiniteQuery({
      ...once,
      queryKey: ["match_run_picture", runId, "pairs"],
      queryFn: ({ pageParam: cursor, signal }) => {
        const params = { path: { id: runId }, query: { is_filled_up: false, cursor, limit: 100 } };
        return answer(api.GET("/api/match-runs/{id}/pairs", { params, signal }));
      },
    }),
  );
}

/** Who stands in the picture without a line. */
export function usePictureLeftovers(runId: string) {
  return useReadOn(
    useInfiniteQuery({
      ...once,
      queryKey: ["match_run_picture", runId, "leftovers"],
      queryFn: ({ pageParam: cursor, signal }) => {
        const params = { path: { id: runId }, query: { cursor, limit: 100 } };
        return answer(api.GET("/api/match-runs/{id}/leftovers", { params, signal }));
      },
    }),
  );
}

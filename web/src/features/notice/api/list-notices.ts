import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { answer, api, type Shape } from "lib/api-client/api";

export type Notice = Shape<"Notice">;

/** The latest lines of one's own inbox. */
export function useNotices() {
  return useQuery({
    queryKey: ["notice"],
    queryFn: ({ signal }) => answer(api.GET("/api/notices", { params: { query: { limit: 10 } }, signal })),
  });
}

export function useReadNotice() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => answer(api.PUT("/api/notices/{id}/reading", { params: { path: { id } } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["notice"] }),
  });
}

/** All of them are seen. */
export function useReadAllNotices() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => answer(api.PUT("/api/notices/reading")),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["notice"] }),
  });
}

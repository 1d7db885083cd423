import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { answer, api, type Shape } from "lib/api-client/api";

export type Thread = Shape<"ThreadAnswer">;

export function useMyThreads() {
  return useQuery({
    queryKey: ["thread"],
    queryFn: ({ signal }) => answer(api.GET("/api/threads", { signal })),
  });
}

export function useThread(id: string) {
  return useQuery({
    queryKey: ["thread", id],
    queryFn: ({ signal }) => answer(api.GET("/api/threads/{id}", { params: { path: { id } }, signal })),
  });
}

/** How far one has read: for oneself alone. */
export function useMarkRead(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (position: number) =>
      answer(api.PUT("/api/threads/{id}/reading", { params: { path: { id } }, body: { position } })),
    onSuccess: (thread) => queries.setQueryData(["thread", id], thread),
  });
}

/** Takes no more from the partner, or messages again; they are not told. */
export function useBlock(id: string) {
  const queries = useQueryClient();
  const params = { params: { path: { id } } };
  return useMutation({
    mutationFn: (blocks: boolean) =>
      answer(
        blocks ? api.PUT("/api/threads/{id}/block", params) : api.DELETE("/api/threads/{id}/block", params),
      ),
    onSuccess: (thread) => queries.setQueryData(["thread", id], thread),
  });
}

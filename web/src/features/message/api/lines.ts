import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { answer, api, type Shape } from "lib/api-client/api";
import { useList } from "lib/api-client/list";

export type Line = Shape<"LineAnswer">;
export type LineBrief = Shape<"LineBrief">;

// A line hints at nothing, to nobody: an open page looks again by itself.
const again = { refetchInterval: 60_000 };

/** What tells one line from another: the first letters of its id, which says nothing of anybody. */
export function markOf(id: string): string {
  return id.slice(0, 4).toUpperCase();
}

export function useMyLines() {
  return useQuery({
    queryKey: ["anonymous_line", "mine"],
    queryFn: ({ signal }) => answer(api.GET("/api/my-anonymous-lines", { signal })),
    ...again,
  });
}

/** Those the reader answers. */
export function useLines() {
  return useList(["anonymous_line", "answered", {}], (cursor, signal) =>
    answer(api.GET("/api/anonymous-lines", { params: { query: { cursor } }, signal })),
  );
}

export function useLine(id: string) {
  return useQuery({
    queryKey: ["anonymous_line", id],
    queryFn: ({ signal }) =>
      answer(api.GET("/api/anonymous-lines/{id}", { params: { path: { id } }, signal })),
    ...again,
  });
}

export function useRecipients(programme: string) {
  return useQuery({
    queryKey: ["line_recipients", programme],
    queryFn: ({ signal }) =>
      answer(
        api.GET("/api/programmes/{id}/line-recipients", { params: { path: { id: programme } }, signal }),
      ),
    enabled: programme !== "",
  });
}

export interface LineToOpen extends Shape<"LineOpeningRequest"> {
  programme: string;
  id: string;
}

export function useOpenLine() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ programme, id, ...body }: LineToOpen) =>
      answer(
        api.PUT("/api/programmes/{id}/anonymous-lines/{line_id}", {
          params: { path: { id: programme, line_id: id } },
          body,
        }),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["anonymous_line"] }),
  });
}

export function useWriteOnLine(line: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id, text }: { id: string; text: string }) =>
      answer(
        api.PUT("/api/anonymous-lines/{id}/messages/{message_id}", {
          params: { path: { id: line, message_id: id } },
          body: { text },
        }),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["anonymous_line"] }),
  });
}

export function useMarkLineRead(line: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () =>
      answer(api.PUT("/api/anonymous-lines/{id}/reading", { params: { path: { id: line } } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["anonymous_line"] }),
  });
}

export function useCloseLine(line: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () =>
      answer(api.PUT("/api/anonymous-lines/{id}/closure", { params: { path: { id: line } } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["anonymous_line"] }),
  });
}

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { answer, api, type Shape } from "lib/api-client/api";
import { useList } from "lib/api-client/list";
import { useByLink } from "lib/room/by-link";

export type Line = Shape<"LineAnswer">;
export type LineBrief = Shape<"LineBrief">;

// A line hints at nothing, to nobody: an open page looks again by itself.
const again = { refetchInterval: 60_000 };

/** What tells one line from another: the first letters of its id, which says nothing of anybody. */
export function markOf(id: string): string {
  return id.slice(0, 4).toUpperCase();
}

function useAnew() {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: ["anonymous_line"] });
}

export function useMyLines() {
  return useQuery({
    queryKey: ["anonymous_line", "mine"],
    queryFn: ({ signal }) => answer(api.GET("/api/my-anonymous-lines", { signal })),
    ...again,
  });
}

/** Those the reader answers: as one of those who run a programme, or as somebody to talk to. */
export function useLines(to: "coordinators" | "contact") {
  const token = useByLink();
  return useList(["anonymous_line", "answered", token, { to }], (cursor, signal) => {
    const query = { cursor, to };
    return answer(
      token
        ? api.GET("/api/contact-rooms/{token}/anonymous-lines", {
            params: { path: { token }, query },
            signal,
          })
        : api.GET("/api/anonymous-lines", { params: { query }, signal }),
    );
  });
}

export function useLine(id: string) {
  const token = useByLink();
  return useQuery({
    queryKey: ["anonymous_line", id, token],
    queryFn: ({ signal }) =>
      answer(
        token
          ? api.GET("/api/contact-rooms/{token}/anonymous-lines/{id}", {
              params: { path: { token, id } },
              signal,
            })
          : api.GET("/api/anonymous-lines/{id}", { params: { path: { id } }, signal }),
      ),
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

interface LineToOpen extends Shape<"LineOpeningRequest"> {
  programme: string;
  id: string;
}

export function useOpenLine() {
  return useMutation({
    mutationFn: ({ programme, id, ...body }: LineToOpen) =>
      answer(
        api.PUT("/api/programmes/{id}/anonymous-lines/{line_id}", {
          params: { path: { id: programme, line_id: id } },
          body,
        }),
      ),
    onSuccess: useAnew(),
  });
}

export function useWriteOnLine(line: string) {
  const token = useByLink();
  return useMutation({
    mutationFn: ({ id, text }: { id: string; text: string }) =>
      answer(
        token
          ? api.PUT("/api/contact-rooms/{token}/anonymous-lines/{id}/messages/{message_id}", {
              params: { path: { token, id: line, message_id: id } },
              body: { text },
            })
          : api.PUT("/api/anonymous-lines/{id}/messages/{message_id}", {
              params: { path: { id: line, message_id: id } },
              body: { text },
            }),
      ),
    onSuccess: useAnew(),
  });
}

export function useMarkLineRead(line: string) {
  const token = useByLink();
  return useMutation({
    mutationFn: () =>
      answer(
        token
          ? api.PUT("/api/contact-rooms/{token}/anonymous-lines/{id}/reading", {
              params: { path: { token, id: line } },
            })
          : api.PUT("/api/anonymous-lines/{id}/reading", { params: { path: { id: line } } }),
      ),
    onSuccess: useAnew(),
  });
}

export function useCloseLine(line: string) {
  const token = useByLink();
  return useMutation({
    mutationFn: () =>
      answer(
        token
          ? api.PUT("/api/contact-rooms/{token}/anonymous-lines/{id}/closure", {
              params: { path: { token, id: line } },
            })
          : api.PUT("/api/anonymous-lines/{id}/closure", { params: { path: { id: line } } }),
      ),
    onSuccess: useAnew(),
  });
}

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { answer, api, type Shape } from "lib/api-client/api";
import { useList } from "lib/api-client/list";
import { useByLink } from "lib/room/by-link";

export type Concern = Shape<"ConcernAnswer">;
export type ConcernBrief = Shape<"ConcernBrief">;
export type Contact = Shape<"Contact">;
export type Picked = Shape<"PickedMessages">;
export type PickedWithoutNames = Shape<"PickedWithoutNames">;

/** To whom one can turn in a programme: nobody above or below, nor anybody who runs it. */
export function useConcernContacts(programme: string) {
  return useQuery({
    queryKey: ["concern", "contacts", programme],
    queryFn: ({ signal }) =>
      answer(
        api.GET("/api/programmes/{id}/confidential-contacts", {
          params: { path: { id: programme } },
          signal,
        }),
      ),
    enabled: programme !== "",
  });
}

// A concern hints at nothing, to nobody: an open page looks again by itself.
const again = { refetchInterval: 60_000 };

export function useConcern(id: string) {
  const token = useByLink();
  return useQuery({
    queryKey: ["concern", id, token],
    queryFn: ({ signal }) =>
      answer(
        token
          ? api.GET("/api/contact-rooms/{token}/concerns/{id}", { params: { path: { token, id } }, signal })
          : api.GET("/api/concerns/{id}", { params: { path: { id } }, signal }),
      ),
    ...again,
  });
}

export function useMyConcerns() {
  return useQuery({
    queryKey: ["concern", "mine"],
    queryFn: ({ signal }) => answer(api.GET("/api/my-concerns", { signal })),
    ...again,
  });
}

interface ConcernsAsked {
  sort: "raised_on" | "name";
  order: "ascending" | "descending";
  search?: string | undefined;
}

/** Those sent to the reader. */
export function useConcerns(asked: ConcernsAsked) {
  const token = useByLink();
  return useList(["concern", "page", token, asked], (cursor, signal) => {
    const query = { cursor, ...asked };
    return answer(
      token
        ? api.GET("/api/contact-rooms/{token}/concerns", { params: { path: { token }, query }, signal })
        : api.GET("/api/concerns", { params: { query }, signal }),
    );
  });
}

function useAnew() {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: ["concern"] });
}

export function useRaiseConcern() {
  return useMutation({
    mutationFn: ({
      programme,
      id,
      ...body
    }: Shape<"ConcernRaisedRequest"> & { programme: string; id: string }) =>
      answer(
        api.PUT("/api/programmes/{id}/concerns/{concern_id}", {
          params: { path: { id: programme, concern_id: id } },
          body,
        }),
      ),
    onSuccess: useAnew(),
  });
}

export function useWriteOnConcern(id: string) {
  const token = useByLink();
  return useMutation({
    mutationFn: ({ id: message_id, text }: { id: string; text: string }) =>
      answer(
        token
          ? api.PUT("/api/contact-rooms/{token}/concerns/{id}/messages/{message_id}", {
              params: { path: { token, id, message_id } },
              body: { text },
            })
          : api.PUT("/api/concerns/{id}/messages/{message_id}", {
              params: { path: { id, message_id } },
              body: { text },
            }),
      ),
    onSuccess: useAnew(),
  });
}

export function useReadConcern(id: string) {
  const token = useByLink();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () =>
      answer(
        token
          ? api.PUT("/api/contact-rooms/{token}/concerns/{id}/reading", { params: { path: { token, id } } })
          : api.PUT("/api/concerns/{id}/reading", { params: { path: { id } } }),
      ),
    onSuccess: () => {
      queries.invalidateQueries({ queryKey: ["concern", "mine"] });
      queries.invalidateQueries({ queryKey: ["concern", "page"] });
    },
  });
}

export function useKeepNote(id: string) {
  const token = useByLink();
  return useMutation({
    mutationFn: (body: Shape<"ConcernNote">) =>
      answer(
        token
          ? api.PUT("/api/contact-rooms/{token}/concerns/{id}/note", {
              params: { path: { token, id } },
              body,
            })
          : api.PUT("/api/concerns/{id}/note", { params: { path: { id } }, body }),
      ),
    onSuccess: useAnew(),
  });
}

export function useCloseConcern(id: string) {
  const token = useByLink();
  return useMutation({
    mutationFn: () =>
      answer(
        token
          ? api.PUT("/api/contact-rooms/{token}/concerns/{id}/closure", { params: { path: { token, id } } })
          : api.PUT("/api/concerns/{id}/closure", { params: { path: { id } } }),
      ),
    onSuccess: useAnew(),
  });
}

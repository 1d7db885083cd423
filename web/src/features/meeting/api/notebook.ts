import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { answer, api, type Shape } from "lib/api-client/api";

export type Notebook = Shape<"Notebook">;
export type AgendaItem = Notebook["agenda"][number];
export type Promised = Notebook["promises"][number];
export type TeachBack = Notebook["teach_backs"][number];
export type Guide = Shape<"Guides">["items"][number];

/** The key of a notebook, for whoever has to ask again. */
export const notebookKey = (id: string) => ["meeting", id, "notebook"] as const;

/** What the two laid out for a meeting, and one's own note. */
export function useNotebook(id: string) {
  return useQuery({
    queryKey: notebookKey(id),
    queryFn: ({ signal }) =>
      answer(api.GET("/api/meetings/{id}/notebook", { params: { path: { id } }, signal })),
  });
}

/** All guides, in the reader's language. */
export function useGuides() {
  return useQuery({
    queryKey: ["guides"],
    queryFn: ({ signal }) => answer(api.GET("/api/meeting-guides", { signal })),
    staleTime: 3_600_000,
  });
}

type SkippedPrompts = Shape<"SkippedList">["items"][number];

const skippedKey = (pairingId: string) => ["pairing", pairingId, "skipped-prompts"] as const;

/** Which prompts one has skipped in a pair, on whichever device. */
export function useSkippedPrompts(pairingId: string) {
  return useQuery({
    queryKey: skippedKey(pairingId),
    queryFn: ({ signal }) =>
      answer(api.GET("/api/pairings/{id}/skipped-prompts", { params: { path: { id: pairingId } }, signal })),
  });
}

export function useSkipPrompts(pairingId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: SkippedPrompts) =>
      answer(api.PUT("/api/pairings/{id}/skipped-prompts", { params: { path: { id: pairingId } }, body })),
    onSuccess: (all) => queries.setQueryData(skippedKey(pairingId), all),
  });
}

/** Every write answers with the whole. */
function useWrite<Body>(id: string, send: (body: Body) => Promise<Notebook>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSuccess: (notebook) => queries.setQueryData(notebookKey(id), notebook),
  });
}

type WithId<Body> = Body & { id: string };

export function usePutItem(id: string) {
  return useWrite(id, ({ id: item_id, ...body }: WithId<Shape<"AgendaItemWritten">>) =>
    answer(api.PUT("/api/meetings/{id}/agenda/{item_id}", { params: { path: { id, item_id } }, body })),
  );
}

export function useRemoveItem(id: string) {
  return useWrite(id, (item_id: string) =>
    answer(api.DELETE("/api/meetings/{id}/agenda/{item_id}", { params: { path: { id, item_id } } })),
  );
}

export function usePutPrivateNote(id: string) {
  return useWrite(id, (body: Shape<"NoteWritten">) =>
    answer(api.PUT("/api/meetings/{id}/private-note", { params: { path: { id } }, body })),
  );
}

export function usePutSharedNote(id: string) {
  return useWrite(id, (body: Shape<"NoteWritten">) =>
    answer(api.PUT("/api/meetings/{id}/shared-note", { params: { path: { id } }, body })),
  );
}

export function usePutPromise(id: string) {
  return useWrite(id, ({ id: promise_id, ...body }: WithId<Shape<"PromiseWrittenRequest">>) =>
    answer(
      api.PUT("/api/meetings/{id}/promises/{promise_id}", { params: { path: { id, promise_id } }, body }),
    ),
  );
}

export function useRemovePromise(id: string) {
  return useWrite(id, (promise_id: string) =>
    answer(api.DELETE("/api/meetings/{id}/promises/{promise_id}", { params: { path: { id, promise_id } } })),
  );
}

export function useTick(id: string) {
  const queries = useQueryClient();
  const tick = useWrite(id, ({ topic, ...body }: Shape<"Ticks"> & { topic: string }) =>
    answer(api.PUT("/api/meetings/{id}/teach-backs/{topic}", { params: { path: { id, topic } }, body })),
  );
  // Refused, it stands as it stood: what the other ticked meanwhile is fetched.
  return { ...tick, again: () => queries.invalidateQueries({ queryKey: notebookKey(id) }) };
}

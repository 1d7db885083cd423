import { useMutation, useQueryClient } from "@tanstack/react-query";
import { answer, api, type Shape } from "lib/api-client/api";
import { useList } from "lib/api-client/list";

export type Message = Shape<"MessageAnswer">;
export type Attachment = Shape<"AttachmentBrief">;

/** The newest first; with `search`, those of the newest 5,000 that hold it. */
export function useMessages(thread: string, search: string) {
  return useList(["thread", thread, "messages", { search }], (cursor, signal) =>
    answer(
      api.GET("/api/threads/{id}/messages", {
        params: { path: { id: thread }, query: { cursor, search: search || undefined, limit: 30 } },
        signal,
      }),
    ),
  );
}

interface MessageToPut {
  id: string;
  text: string;
  attachmentIds?: string[];
}

/** Writes it, or edits one's own. Sent again with the same id it is the same message. */
export function usePutMessage(thread: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id, text, attachmentIds = [] }: MessageToPut) =>
      answer(
        api.PUT("/api/threads/{id}/messages/{message_id}", {
          params: { path: { id: thread, message_id: id } },
          body: { text, attachment_ids: attachmentIds },
        }),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["thread"] }),
  });
}

export function useTakeBack(thread: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) =>
      answer(
        api.DELETE("/api/threads/{id}/messages/{message_id}", {
          params: { path: { id: thread, message_id: id } },
        }),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["thread"] }),
  });
}

export function useUpload(thread: string) {
  return useMutation({
    mutationFn: (file: File) =>
      answer(
        api.PUT("/api/threads/{id}/attachments/{attachment_id}", {
          params: {
            path: { id: thread, attachment_id: crypto.randomUUID() },
            query: { name: file.name.slice(-255) },
          },
          headers: { "Content-Type": "application/octet-stream" },
          body: file as never,
          bodySerializer: (body: unknown) => body as Blob,
        }),
      ),
  });
}

export function addressOf(thread: string, attachment: string): string {
  return `/api/threads/${thread}/attachments/${attachment}`;
}

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { answer, api, type Shape } from "lib/api-client/api";
import { useList } from "lib/api-client/list";

export type Mail = Shape<"MailAnswer">;

interface MailFilter {
  /** Part of a name or of an address. */
  search: string | undefined;
  state: Mail["state"] | undefined;
  sort: "queued_at" | "name";
  order: "ascending" | "descending";
}

/** The mails of the house: those that wait, were sent or failed. */
export function useMails(filter: MailFilter) {
  return useList(["mail", filter], (cursor, signal) =>
    answer(api.GET("/api/mails", { params: { query: { ...filter, cursor } }, signal })),
  );
}

/** A mail that failed is tried from the beginning. */
export function useSendMailAgain() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => answer(api.POST("/api/mails/{id}/sending", { params: { path: { id } } })),
    onSettled: () => queries.invalidateQueries({ queryKey: ["mail"] }),
  });
}

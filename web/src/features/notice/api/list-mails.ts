import { answer, api, type Shape } from "lib/api-client/api";
import { useList } from "lib/api-client/list";

export type Mail = Shape<"MailAnswer">;

export interface MailFilter {
  /** Part of a name or of an address. */
  search: string | undefined;
  sort: "queued_at" | "name";
  order: "ascending" | "descending";
}

/** The mails of the house as they would be sent now. */
export function useMails(filter: MailFilter) {
  return useList(["mail", filter], (cursor, signal) =>
    answer(api.GET("/api/mails", { params: { query: { ...filter, cursor } }, signal })),
  );
}

import { answer, api, type Shape } from "lib/api-client/api";
import { useList } from "lib/api-client/list";

export type Mail = Shape<"MailAnswer">;

/** The mails of the house as they would be sent now, the latest first. */
export function useMails() {
  return useList(["mail"], (cursor, signal) =>
    answer(api.GET("/api/mails", { params: { query: { cursor } }, signal })),
  );
}

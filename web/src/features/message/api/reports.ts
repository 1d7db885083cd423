import { useMutation, useQuery } from "@tanstack/react-query";
import { answer, api, type Shape } from "lib/api-client/api";
import { useList } from "lib/api-client/list";

/** To whom one can turn in confidence. */
export function useContacts(thread: string) {
  return useQuery({
    queryKey: ["contact", thread],
    queryFn: ({ signal }) =>
      answer(
        api.GET("/api/threads/{id}/confidential-contacts", { params: { path: { id: thread } }, signal }),
      ),
  });
}

export interface ReportToSend extends Shape<"ReportWritten"> {
  id: string;
}

export function useReport(thread: string) {
  return useMutation({
    mutationFn: ({ id, ...body }: ReportToSend) =>
      answer(
        api.PUT("/api/threads/{id}/reports/{report_id}", {
          params: { path: { id: thread, report_id: id } },
          body,
        }),
      ),
  });
}

/** What was reported to the reader. */
export function useReports() {
  return useList(["report", {}], (cursor, signal) =>
    answer(api.GET("/api/reports", { params: { query: { cursor } }, signal })),
  );
}

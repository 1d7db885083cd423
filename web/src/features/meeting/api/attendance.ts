import { useMutation, useQueryClient } from "@tanstack/react-query";
import { answer, api, type Shape } from "lib/api-client/api";

export type Coming = Shape<"AttendanceInput">["answer"];

export function useAttend(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Shape<"AttendanceInput">): Promise<unknown> =>
      answer(api.PUT("/api/meetings/{id}/attendance", { params: { path: { id } }, body })),
    onSettled: () => queries.invalidateQueries({ queryKey: ["pairing"] }),
  });
}

/** The answer that a calendar program wrote into a file. */
export function useCalendarReply() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (file: File) =>
      answer(
        api.POST("/api/calendar-replies", {
          headers: { "Content-Type": "text/calendar" },
          body: file as never,
          bodySerializer: (body: unknown) => body as Blob,
        }),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["pairing"] }),
  });
}

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { answer, api, type Shape } from "lib/api-client/api";

/** Sets or moves the date of the first conversation. */
export function useSetExploratoryMeeting(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Shape<"MeetingChange">) =>
      answer(api.PUT("/api/pairings/{id}/exploratory-meeting", { params: { path: { id } }, body })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["pairing"] }),
  });
}

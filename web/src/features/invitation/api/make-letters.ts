import { useMutation } from "@tanstack/react-query";
import { answer, api } from "lib/api-client/api";

/** A letter for everybody invited who has no password yet. Made again, it holds the same link. */
export function useMakeLetters(programmeId: string) {
  return useMutation({
    mutationFn: () =>
      answer(api.POST("/api/programmes/{id}/letters", { params: { path: { id: programmeId } } })),
  });
}

import { useMutation } from "@tanstack/react-query";
import { answer, api, type Shape } from "lib/api-client/api";

export type Preview = Shape<"Preview">;
export type PreviewRow = Shape<"PreviewRowRequest">;

/** Matches pasted rows. The server keeps nothing of them. */
export function useMatchPreview() {
  return useMutation({
    mutationFn: (rows: PreviewRow[]) => answer(api.POST("/api/match-previews", { body: { rows } })),
  });
}

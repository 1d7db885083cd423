import { useQuery } from "@tanstack/react-query";
import { answer, api, type Shape } from "lib/api-client/api";

export type LineOutlook = Shape<"LineOutlook">;

/** How many pairs each part of the line rule removes, counted over everybody who may take part. */
export function useLineOutlook(programmeId: string, wanted = true) {
  return useQuery({
    queryKey: ["programme", programmeId, "line_outlook"],
    queryFn: ({ signal }) =>
      answer(api.GET("/api/programmes/{id}/line-outlook", { params: { path: { id: programmeId } }, signal })),
    enabled: wanted,
  });
}

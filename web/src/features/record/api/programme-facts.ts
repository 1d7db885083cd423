import { useQuery } from "@tanstack/react-query";
import { answer, api, type Shape } from "lib/api-client/api";

export type ProgrammeFacts = Shape<"ProgrammeFacts">;

/** What has happened in a programme, counted. */
export function useProgrammeFacts(id: string) {
  return useQuery({
    queryKey: ["programme_facts", id],
    queryFn: ({ signal }) =>
      answer(api.GET("/api/programmes/{id}/facts", { params: { path: { id } }, signal })),
  });
}

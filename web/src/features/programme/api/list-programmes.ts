import { useQuery } from "@tanstack/react-query";
import { answer, api, type Shape } from "lib/api-client/api";
import { everyPage } from "lib/api-client/list";

export type ProgrammeBrief = Shape<"ProgrammeBrief">;

/** The programmes one runs or takes part in. */
export function useProgrammes() {
  return useQuery({
    queryKey: ["programme"],
    queryFn: (query) =>
      everyPage(
        (cursor, signal) =>
          answer(api.GET("/api/programmes", { params: { query: { cursor, limit: 100 } }, signal })),
        query.signal,
      ),
  });
}

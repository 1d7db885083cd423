import { useQuery } from "@tanstack/react-query";
import { answer, api, type Shape } from "lib/api-client/api";

export type ProgrammeBrief = Shape<"ProgrammeBrief">;

/** The programmes one runs or takes part in. */
export function useProgrammes() {
  return useQuery({
    queryKey: ["programme"],
    queryFn: ({ signal }) =>
      answer(api.GET("/api/programmes", { params: { query: { limit: 100 } }, signal })),
  });
}

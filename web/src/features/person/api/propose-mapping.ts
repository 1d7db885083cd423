import { useMutation } from "@tanstack/react-query";
import { answer, api, type Shape } from "lib/api-client/api";

export type MappingProposal = Shape<"MappingProposal">;
export type ColumnMapping = Shape<"ColumnMapping">;
export type PersonField = ColumnMapping["columns"][number]["field"];

/** Which column is which field, from the names of the columns alone: no cell leaves the browser for it. */
export function useProposeMapping() {
  return useMutation({
    mutationFn: (headers: string[]) =>
      answer(api.POST("/api/import-mappings/proposal", { body: { headers } })),
  });
}

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { answer, api, type Shape } from "lib/api-client/api";

export type Absences = Shape<"Absences">;

/** The days one is away, from today on. */
export function useAbsences() {
  return useQuery({
    queryKey: ["absences"],
    queryFn: ({ signal }) => answer(api.GET("/api/absences", { signal })),
  });
}

export function useSaveAbsences() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Shape<"Absences">) => answer(api.PUT("/api/absences", { body })),
    onSuccess: (absences) => {
      queries.setQueryData(["absences"], absences);
      return queries.invalidateQueries({ queryKey: ["pairing"] });
    },
  });
}

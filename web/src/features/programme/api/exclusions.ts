import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { answer, api, type Shape } from "lib/api-client/api";

/** With whom one would rather not be brought together. Private. */
export function useExclusions() {
  return useQuery({
    queryKey: ["exclusion"],
    queryFn: ({ signal }) => answer(api.GET("/api/exclusions", { signal })),
  });
}

export function useAddExclusion() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Shape<"ExclusionInput">) => answer(api.PUT("/api/exclusions", { body })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["exclusion"] }),
  });
}

export function useRemoveExclusion() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (personId: string) =>
      answer(api.DELETE("/api/exclusions/{person_id}", { params: { path: { person_id: personId } } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["exclusion"] }),
  });
}

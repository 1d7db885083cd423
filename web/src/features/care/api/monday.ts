import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { answer, api, type Shape } from "lib/api-client/api";

export type Monday = Shape<"MondayAnswer">;

export function useMonday(id: string, enabled = true) {
  return useQuery({
    enabled,
    queryKey: ["programme", id, "monday"],
    queryFn: ({ signal }) =>
      answer(api.GET("/api/programmes/{id}/monday", { params: { path: { id } }, signal })),
  });
}

/** They have spoken: the wish is put away. */
export function useSpokenWith(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ pairing_id, person_id }: { pairing_id: string; person_id: string }) =>
      answer(
        api.DELETE("/api/programmes/{id}/pairings/{pairing_id}/help-wishes/{person_id}", {
          params: { path: { id, pairing_id, person_id } },
        }),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["programme", id, "monday"] }),
  });
}

/** Both are asked how it goes, in the same words. */
export function useAskHowItGoes(id: string, pairing_id: string) {
  return useMutation({
    mutationFn: () =>
      answer(
        api.PUT("/api/programmes/{id}/pairings/{pairing_id}/asking", {
          params: { path: { id, pairing_id } },
        }),
      ),
  });
}

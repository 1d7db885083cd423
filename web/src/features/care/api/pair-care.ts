import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { answer, api, type Shape } from "lib/api-client/api";

export type PairCare = Shape<"PairCare">;
export type Nudge = NonNullable<PairCare["nudge"]>;

/** The reader's own part of the care of their pair. */
export function usePairCare(id: string) {
  return useQuery({
    queryKey: ["pairing", id, "care"],
    queryFn: ({ signal }) => answer(api.GET("/api/pairings/{id}/care", { params: { path: { id } }, signal })),
  });
}

function useAnew() {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: ["pairing"] });
}

export function usePutNudgeAway(id: string) {
  return useMutation({
    mutationFn: () => answer(api.DELETE("/api/pairings/{id}/nudge", { params: { path: { id } } })),
    onSuccess: useAnew(),
  });
}

export function useWishForHelp(id: string) {
  return useMutation({
    mutationFn: (wants: boolean) =>
      wants
        ? answer(api.PUT("/api/pairings/{id}/help-wish", { params: { path: { id } } }))
        : answer(api.DELETE("/api/pairings/{id}/help-wish", { params: { path: { id } } })),
    onSuccess: useAnew(),
  });
}

export function useStopNudges() {
  return useMutation({
    mutationFn: (is_stopped: boolean) => answer(api.PUT("/api/nudge-stop", { body: { is_stopped } })),
    onSuccess: useAnew(),
  });
}

/** The times of a nudge, put to the other as they stand. */
export function useProposeSlots(id: string) {
  return useMutation({
    mutationFn: ({ channel, slots }: Nudge) =>
      answer(
        api.POST("/api/pairings/{id}/meetings", {
          params: { path: { id } },
          body: {
            minutes: 45,
            channel,
            place: "",
            times: slots.map(({ starts_local, time_zone }) => ({ starts_local, time_zone })),
          },
        }),
      ),
    onSuccess: useAnew(),
  });
}

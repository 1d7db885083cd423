import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { MeetingActs } from "features/meeting/api/change-meeting";
import { answer, api, type Shape } from "lib/api-client/api";

export type KeptDates = Shape<"KeptDates">;
export type KeptMeeting = KeptDates["items"][number];

/** The dates that one keeps for somebody: with whom, when, where. */
export function useKeptDates(id: string) {
  return useQuery({
    queryKey: ["delegation", id, "dates"],
    queryFn: ({ signal }) =>
      answer(api.GET("/api/delegations/{id}/dates", { params: { path: { id } }, signal })),
  });
}

export function useProposeKept(id: string, pairing_id: string) {
  return useKeptChange((body: Shape<"ProposalRequest">) =>
    answer(
      api.POST("/api/delegations/{id}/pairings/{pairing_id}/meetings", {
        params: { path: { id, pairing_id } },
        body,
      }),
    ),
  );
}

/** The same acts as the principal's own, save for ending a date. */
export function useKeptActs(id: string, meeting_id: string): MeetingActs {
  const params = { path: { id, meeting_id } };
  return {
    choose: useKeptChange((body: Shape<"Choice">) =>
      answer(api.PUT("/api/delegations/{id}/meetings/{meeting_id}/time", { params, body })),
    ),
    propose: useKeptChange((body: Shape<"MovingRequest">) =>
      answer(api.PUT("/api/delegations/{id}/meetings/{meeting_id}/times", { params, body })),
    ),
    place: useKeptChange((body: Shape<"WhereChange">) =>
      answer(api.PUT("/api/delegations/{id}/meetings/{meeting_id}/where", { params, body })),
    ),
    hold: useKeptChange((body: Shape<"Holding">) =>
      answer(api.PUT("/api/delegations/{id}/meetings/{meeting_id}/holding", { params, body })),
    ),
  };
}

function useKeptChange<Body>(send: (body: Body) => Promise<unknown>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSettled: () => queries.invalidateQueries({ queryKey: ["delegation"] }),
  });
}

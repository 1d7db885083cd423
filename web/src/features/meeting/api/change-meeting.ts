import { useMutation, useQueryClient } from "@tanstack/react-query";
import { answer, api, type Shape } from "lib/api-client/api";

/** What can be done with a meeting, whoever opens it: one of the two, or whoever reads the mail. */
export interface MeetingActs {
  choose: ReturnType<typeof useChooseTime>;
  propose: ReturnType<typeof useProposeTimes>;
  place: ReturnType<typeof useChangeWhere>;
  hold: ReturnType<typeof useHoldMeeting>;
}

export function useMeetingActs(id: string): MeetingActs {
  return {
    choose: useChooseTime(id),
    propose: useProposeTimes(id),
    place: useChangeWhere(id),
    hold: useHoldMeeting(id),
  };
}

function useChange<Body>(send: (body: Body) => Promise<unknown>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSettled: () => queries.invalidateQueries({ queryKey: ["pairing"] }),
  });
}

function useChooseTime(id: string) {
  return useChange((body: Shape<"Choice">) =>
    answer(api.PUT("/api/meetings/{id}/time", { params: { path: { id } }, body })),
  );
}

function useProposeTimes(id: string) {
  return useChange((body: Shape<"MovingRequest">) =>
    answer(api.PUT("/api/meetings/{id}/times", { params: { path: { id } }, body })),
  );
}

function useChangeWhere(id: string) {
  return useChange((body: Shape<"WhereChange">) =>
    answer(api.PUT("/api/meetings/{id}/where", { params: { path: { id } }, body })),
  );
}

function useHoldMeeting(id: string) {
  return useChange((body: Shape<"Holding">) =>
    answer(api.PUT("/api/meetings/{id}/holding", { params: { path: { id } }, body })),
  );
}

export function useCancelMeeting(id: string) {
  return useChange((body: Shape<"CancellingRequest">) =>
    answer(api.PUT("/api/meetings/{id}/cancellation", { params: { path: { id } }, body })),
  );
}

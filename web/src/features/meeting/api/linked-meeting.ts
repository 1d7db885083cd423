import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { MeetingActs } from "features/meeting/api/change-meeting";
import { answer, api, type Shape } from "lib/api-client/api";

export type LinkedMeeting = Shape<"LinkedMeeting">;

/** A date by the link from a mail; nobody needs to sign in. */
export function useLinkedMeeting(token: string) {
  return useQuery({
    queryKey: ["date", token],
    queryFn: ({ signal }) =>
      answer(api.GET("/api/meeting-links/{token}", { params: { path: { token } }, signal })),
  });
}

/** The same acts as on the pair's page, through the link. */
export function useLinkedActs(token: string): MeetingActs {
  const params = { path: { token } };
  return {
    choose: useLinkedChange((body: Shape<"Choice">) =>
      answer(api.PUT("/api/meeting-links/{token}/time", { params, body })),
    ),
    propose: useLinkedChange((body: Shape<"MovingRequest">) =>
      answer(api.PUT("/api/meeting-links/{token}/times", { params, body })),
    ),
    place: useLinkedChange((body: Shape<"WhereChange">) =>
      answer(api.PUT("/api/meeting-links/{token}/where", { params, body })),
    ),
    hold: useLinkedChange((body: Shape<"Holding">) =>
      answer(api.PUT("/api/meeting-links/{token}/holding", { params, body })),
    ),
  };
}

export function useLinkedAttend(token: string) {
  return useLinkedChange((body: Shape<"AttendanceInput">) =>
    answer(api.PUT("/api/meeting-links/{token}/attendance", { params: { path: { token } }, body })),
  );
}

/** All that was proposed together. */
export function useTakeLinkedSeries(token: string) {
  return useLinkedChange(() =>
    answer(api.PUT("/api/meeting-links/{token}/series", { params: { path: { token } } })),
  );
}

function useLinkedChange<Body>(send: (body: Body) => Promise<unknown>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSettled: () => queries.invalidateQueries({ queryKey: ["date"] }),
  });
}

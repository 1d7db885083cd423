import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { answer, api } from "lib/api-client/api";

/** One's private calendar address, if there is one. */
export function useCalendarFeed() {
  return useQuery({
    queryKey: ["calendar_feed"],
    queryFn: ({ signal }) => answer(api.GET("/api/calendar-feed", { signal })),
  });
}

export function useMakeCalendarFeed() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => answer(api.POST("/api/calendar-feed")),
    onSuccess: (feed) => queries.setQueryData(["calendar_feed"], feed),
  });
}

export function useRemoveCalendarFeed() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => answer(api.DELETE("/api/calendar-feed")),
    onSuccess: (feed) => queries.setQueryData(["calendar_feed"], feed),
  });
}

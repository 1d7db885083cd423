import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { answer, api, type Shape } from "lib/api-client/api";

export type Holidays = Shape<"Holidays">;
export type Holiday = Holidays["items"][number];

/** The coming days on which a site is closed; without one, those of the whole house. */
export function useHolidays(site: string | undefined) {
  return useQuery({
    queryKey: ["holidays", site],
    queryFn: ({ signal }) =>
      answer(api.GET("/api/holidays", { params: { query: site ? { site } : {} }, signal })),
  });
}

export function useSaveHolidays(site: string | undefined) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (items: Holiday[]) =>
      answer(api.PUT("/api/holidays", { body: { ...(site ? { site } : {}), items } })),
    onSuccess: (holidays) => {
      queries.setQueryData(["holidays", site], holidays);
      return queries.invalidateQueries({ queryKey: ["pairing"] });
    },
  });
}

/** The whole days of a calendar, as a file or as pasted text. Nothing of it is kept. */
export function useReadHolidays() {
  return useMutation({
    mutationFn: (calendar: File | string) =>
      answer(
        api.POST("/api/holiday-readings", {
          headers: { "Content-Type": "text/calendar" },
          body: calendar as never,
          bodySerializer: (body: unknown) => body as Blob | string,
        }),
      ),
  });
}

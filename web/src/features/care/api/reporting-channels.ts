import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { answer, api, type Shape } from "lib/api-client/api";

export type ReportingChannel = Shape<"ReportingChannel">;

/** The official channels of the house and help lines, by country. */
export function useReportingChannels() {
  return useQuery({
    queryKey: ["reporting_channel"],
    queryFn: ({ signal }) => answer(api.GET("/api/reporting-channels", { signal })),
  });
}

export function useNameChannel() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ country, ...body }: Shape<"Official"> & { country: string }) =>
      answer(api.PUT("/api/reporting-channels/{country}", { params: { path: { country } }, body })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["reporting_channel"] }),
  });
}

export function useRemoveChannel() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (country: string) =>
      answer(api.DELETE("/api/reporting-channels/{country}", { params: { path: { country } } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["reporting_channel"] }),
  });
}

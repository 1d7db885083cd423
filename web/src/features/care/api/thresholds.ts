import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { answer, api, type Shape } from "lib/api-client/api";

export type Thresholds = Shape<"Thresholds">;

export function useThresholds(id: string) {
  return useQuery({
    queryKey: ["programme", id, "thresholds"],
    queryFn: ({ signal }) =>
      answer(api.GET("/api/programmes/{id}/sign-thresholds", { params: { path: { id } }, signal })),
  });
}

export function useChangeThresholds(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Thresholds) =>
      answer(api.PUT("/api/programmes/{id}/sign-thresholds", { params: { path: { id } }, body })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["programme", id, "thresholds"] }),
  });
}

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { answer, api, type Shape } from "lib/api-client/api";

export type Exchange = Shape<"Exchange">;

/** What one brings and wants in one enrolment; for its owner alone. */
export function useExchange(enrolmentId: string) {
  return useQuery({
    queryKey: ["enrolment", enrolmentId, "exchange"],
    queryFn: ({ signal }) =>
      answer(api.GET("/api/enrolments/{id}/exchange", { params: { path: { id: enrolmentId } }, signal })),
  });
}

export function useWriteExchange(enrolmentId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Shape<"ExchangeInputRequest">) =>
      answer(api.PUT("/api/enrolments/{id}/exchange", { params: { path: { id: enrolmentId } }, body })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["enrolment"] }),
  });
}

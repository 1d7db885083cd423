import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { answer, api, type Shape } from "lib/api-client/api";

export type OwnEnrolment = Shape<"OwnEnrolment">;

/** What one takes part in. */
export function useMyEnrolments() {
  return useQuery({
    queryKey: ["enrolment"],
    queryFn: ({ signal }) => answer(api.GET("/api/my-enrolments", { signal })),
  });
}

type Move = "pause" | "resume" | "withdraw";

/** Pauses, comes back, or stops taking part. The last is private: nobody is told. */
export function useMoveEnrolment(id: string) {
  const queries = useQueryClient();
  const params = { path: { id } };
  return useMutation({
    mutationFn: (move: Move) => {
      if (move === "pause") return answer(api.PUT("/api/enrolments/{id}/pause", { params }));
      if (move === "resume") return answer(api.DELETE("/api/enrolments/{id}/pause", { params }));
      return answer(api.PUT("/api/enrolments/{id}/withdrawal", { params }));
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: ["enrolment"] }),
  });
}

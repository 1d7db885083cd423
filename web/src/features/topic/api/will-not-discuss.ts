import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { answer, api } from "lib/api-client/api";

/** Subjects one leaves out: topics, or whole families. */
export function useWillNotDiscuss(enrolmentId: string) {
  return useQuery({
    queryKey: ["enrolment", enrolmentId, "will_not_discuss"],
    queryFn: ({ signal }) =>
      answer(
        api.GET("/api/enrolments/{id}/will-not-discuss", { params: { path: { id: enrolmentId } }, signal }),
      ),
  });
}

export function useWriteWillNotDiscuss(enrolmentId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (subjects: string[]) =>
      answer(
        api.PUT("/api/enrolments/{id}/will-not-discuss", {
          params: { path: { id: enrolmentId } },
          body: { subjects },
        }),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["enrolment", enrolmentId] }),
  });
}

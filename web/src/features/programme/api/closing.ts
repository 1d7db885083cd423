import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { answer, api, type Shape } from "lib/api-client/api";

export type Closing = Shape<"ClosingAnswer">;
export type OwnClosing = Shape<"OwnClosing">;

const closingKey = (programmeId: string) => ["programme", programmeId, "closing"];

/** How a programme closes, for whoever runs it. */
export function useClosing(programmeId: string, enabled = true) {
  return useQuery({
    enabled,
    queryKey: closingKey(programmeId),
    queryFn: ({ signal }) =>
      answer(api.GET("/api/programmes/{id}/closing", { params: { path: { id: programmeId } }, signal })),
  });
}

/** Sets the last day; everybody who takes part is told. */
export function useAnnounceClosing(programmeId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Shape<"ClosingAnnouncement">) =>
      answer(api.PUT("/api/programmes/{id}/closing", { params: { path: { id: programmeId } }, body })),
    onSuccess: async (announced) => {
      queries.setQueryData(closingKey(programmeId), announced);
      await queries.invalidateQueries({ queryKey: ["closing"] });
    },
  });
}

/** Writes the targets of the review, and the thanks. */
export function useReviewClosing(programmeId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Shape<"ClosingReview">) =>
      answer(api.PUT("/api/programmes/{id}/closing/review", { params: { path: { id: programmeId } }, body })),
    onSuccess: async (written) => {
      queries.setQueryData(closingKey(programmeId), written);
      await queries.invalidateQueries({ queryKey: ["closing"] });
    },
  });
}

/** The last days of what one takes part in. */
export function useMyClosings() {
  return useQuery({
    queryKey: ["closing", "mine"],
    queryFn: ({ signal }) => answer(api.GET("/api/my-closings", { signal })),
  });
}

/** The targets of a review, for the sponsor; open to whoever holds the link. */
export function useClosingReview(link: string) {
  return useQuery({
    queryKey: ["closing", "review", link],
    queryFn: ({ signal }) =>
      answer(api.GET("/api/closing-reviews/{link}", { params: { path: { link } }, signal })),
  });
}

export function useAgreeToClosing(link: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Shape<"ClosingAgreement">) =>
      answer(api.PUT("/api/closing-reviews/{link}/agreement", { params: { path: { link } }, body })),
    onSettled: () => queries.invalidateQueries({ queryKey: ["closing"] }),
  });
}

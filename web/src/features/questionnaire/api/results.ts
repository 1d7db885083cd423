import { useQuery } from "@tanstack/react-query";
import { answer, api, type Shape } from "lib/api-client/api";

export type ResultsAnswer = Shape<"ResultsAnswer">;
export type ResultsBrief = Shape<"ResultsBrief">;
export type QuestionResult = Shape<"QuestionResult">;
export type SliceResult = Shape<"SliceResult">;
export type ChangeResult = Shape<"ChangeResult">;
export type Figures = Shape<"Figures">;
export type Comments = Shape<"Comments">;

/** What has closed in a programme and the reader may read. */
export function useResultsOf(programmeId: string) {
  return useQuery({
    queryKey: ["questionnaire", "results_of", programmeId],
    queryFn: ({ signal }) =>
      answer(api.GET("/api/programmes/{id}/results", { params: { path: { id: programmeId } }, signal })),
  });
}

export function useResults(id: string) {
  return useQuery({
    queryKey: ["questionnaire", id, "results"],
    queryFn: ({ signal }) =>
      answer(api.GET("/api/questionnaires/{id}/results", { params: { path: { id } }, signal })),
  });
}

/** What was written in words, for whoever was named as its reader. */
export function useComments(id: string) {
  return useQuery({
    queryKey: ["questionnaire", id, "comments"],
    queryFn: ({ signal }) =>
      answer(api.GET("/api/questionnaires/{id}/comments", { params: { path: { id } }, signal })),
  });
}

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { answer, api, type Shape } from "lib/api-client/api";

export type SurveyBrief = Shape<"SurveyBrief">;
export type Survey = Shape<"SurveyAnswer">;
export type Tip = Shape<"SurveyReceipt">["tips"][number];

/** What is put to the reader about their pairs, newest first. */
export function useMySurveys() {
  return useQuery({
    queryKey: ["survey"],
    queryFn: ({ signal }) => answer(api.GET("/api/surveys", { signal })),
  });
}

export function useSurvey(id: string) {
  return useQuery({
    queryKey: ["survey", id],
    queryFn: ({ signal }) => answer(api.GET("/api/surveys/{id}", { params: { path: { id } }, signal })),
  });
}

/** Answers, saves or skips. Tips come back with it and are kept nowhere but on this page. */
export function useAnswerSurvey(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Shape<"AnswersGivenRequest">) =>
      answer(api.PUT("/api/surveys/{id}/answers", { params: { path: { id } }, body })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["survey"] }),
  });
}

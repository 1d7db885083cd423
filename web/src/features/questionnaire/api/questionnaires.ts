import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { answer, api, type Shape } from "lib/api-client/api";

export type ResultsBrief = Shape<"ResultsBrief">;
export type AskedBrief = Shape<"AskedBrief">;
export type AskedQuestionnaire = Shape<"AskedQuestionnaire">;
export type AskedQuestion = Shape<"AskedQuestion">;
export type Answer = Shape<"QuestionnaireAnswer">;
export type MyQuestionnaires = Shape<"MyQuestionnaires">;
export type WaitingConsent = Shape<"WaitingConsent">;
export type Moment = AskedBrief["moment"];

const keyOf = (id: string) => ["questionnaire", id];

/** What is put to the reader, newest first. */
export function useMyQuestionnaires() {
  return useQuery({
    queryKey: ["questionnaire"],
    queryFn: ({ signal }) => answer(api.GET("/api/questionnaires", { signal })),
  });
}

export function useQuestionnaire(id: string) {
  return useQuery({
    queryKey: keyOf(id),
    queryFn: ({ signal }) =>
      answer(api.GET("/api/questionnaires/{id}", { params: { path: { id } }, signal })),
  });
}

/** Consents to be asked while the reader waits for a place, or takes it back. */
export function useWaitingConsent(programmeId: string) {
  const queries = useQueryClient();
  const place = { params: { path: { id: programmeId } } };
  return useMutation({
    mutationFn: (consents: boolean) =>
      answer(
        consents
          ? api.PUT("/api/programmes/{id}/waiting-consent", place)
          : api.DELETE("/api/programmes/{id}/waiting-consent", place),
      ),
    onSuccess: (mine) => queries.setQueryData(["questionnaire"], mine),
  });
}

/** Answers, saves or skips a confidential one; what is pressed first arrives first. */
export function useAnswerQuestionnaire(id: string) {
  const queries = useQueryClient();
  return useMutation({
    scope: { id: `questionnaire ${id}` },
    mutationFn: (body: Shape<"QuestionnaireReplyRequest">) =>
      answer(api.PUT("/api/questionnaires/{id}/answers", { params: { path: { id } }, body })),
    onSuccess: async (kept) => {
      queries.setQueryData(keyOf(id), kept);
      await queries.invalidateQueries({ queryKey: ["questionnaire"], exact: true });
    },
  });
}

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { answer, api, type Shape } from "lib/api-client/api";

export type MyQuestions = Shape<"MyQuestions">;
export type QuestionBrief = MyQuestions["items"][number];
export type QuestionOpenings = Shape<"QuestionOpenings">;
export type QuestionOpening = QuestionOpenings["items"][number];
export type Question = Shape<"BoardQuestion">;
export type Outcome = Question["decisions"][number]["outcome"];
type QuestionAsked = Shape<"QuestionAskedRequest">;
type DecisionWanted = Shape<"DecisionWantedRequest">;

/** Where the reader may ask before they decide, and where they may be asked. */
export function useQuestionOpenings() {
  return useQuery({
    queryKey: ["question", "openings"],
    queryFn: ({ signal }) => answer(api.GET("/api/question-openings", { signal })),
  });
}

export function useMyQuestions() {
  return useQuery({
    queryKey: ["question", "mine"],
    queryFn: ({ signal }) => answer(api.GET("/api/questions", { signal })),
  });
}

export function useQuestion(id: string) {
  return useQuery({
    queryKey: ["question", id],
    queryFn: ({ signal }) => answer(api.GET("/api/questions/{id}", { ...of(id), signal })),
  });
}

const of = (id: string) => ({ params: { path: { id } } });

function useQuestionWrite<Input, Answer>(send: (input: Input) => Promise<Answer>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSettled: () => queries.invalidateQueries({ queryKey: ["question"] }),
  });
}

/** Under an id of the page's own, so that a second press asks nothing twice. */
export function useAsk(programmeId: string) {
  return useQuestionWrite(({ id, asked }: { id: string; asked: QuestionAsked }) =>
    answer(
      api.PUT("/api/programmes/{id}/questions/{question_id}", {
        params: { path: { id: programmeId, question_id: id } },
        body: asked,
      }),
    ),
  );
}

/** Private: nobody is shown who may be asked. */
export function usePanelMembership(programmeId: string) {
  return useQuestionWrite((joins: boolean) =>
    answer(
      joins
        ? api.PUT("/api/programmes/{id}/panel-membership", of(programmeId))
        : api.DELETE("/api/programmes/{id}/panel-membership", of(programmeId)),
    ),
  );
}

export function useAnswerQuestion(id: string) {
  return useQuestionWrite((text: string) =>
    answer(api.PUT("/api/questions/{id}/answer", { ...of(id), body: { text } })),
  );
}

export function useTakeAnswerBack(id: string) {
  return useQuestionWrite((_: undefined) => answer(api.DELETE("/api/questions/{id}/answer", of(id))));
}

export function usePublishDecision(id: string) {
  return useQuestionWrite((body: DecisionWanted) =>
    answer(api.PUT("/api/questions/{id}/decision", { ...of(id), body })),
  );
}

export function useMark(id: string) {
  return useQuestionWrite((mark: "closed" | "not_yet") =>
    answer(api.PUT("/api/questions/{id}/mark", { ...of(id), body: { mark } })),
  );
}

type DecisionDraft = Shape<"DecisionDraftRequest">;

export function useSaveDraft(id: string) {
  return useQuestionWrite((body: DecisionDraft) =>
    answer(api.PUT("/api/questions/{id}/draft", { ...of(id), body })),
  );
}

/** Who may draft for the reader, as a sponsor. */
export function useNameDrafter(programmeId: string) {
  return useQuestionWrite((colleague: string | null) =>
    answer(
      colleague === null
        ? api.DELETE("/api/programmes/{id}/drafter", of(programmeId))
        : api.PUT("/api/programmes/{id}/drafter", { ...of(programmeId), body: { colleague } }),
    ),
  );
}

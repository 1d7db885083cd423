import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { answer, api, type Shape } from "lib/api-client/api";

export type Outline = Shape<"QuestionnaireOutline">;
export type Planned = Shape<"PlannedQuestionnaire">;
export type Form = Shape<"QuestionnaireForm">;
export type Draft = Shape<"QuestionnaireDraftRequest">;
export type OwnQuestion = Draft["questions"][number];

export const formKey = (id: string) => ["questionnaire", id, "form"];
const ofProgramme = (programmeId: string) => ["questionnaire", "of", programmeId];

/** What has been asked in a programme, is being written, or will be asked by itself. */
export function useQuestionnairesOf(programmeId: string) {
  return useQuery({
    queryKey: ofProgramme(programmeId),
    queryFn: ({ signal }) =>
      answer(
        api.GET("/api/programmes/{id}/questionnaires", { params: { path: { id: programmeId } }, signal }),
      ),
  });
}

/** One of them as the people see it, with nobody's answers. */
export function useForm(id: string) {
  return useQuery({
    queryKey: formKey(id),
    queryFn: ({ signal }) =>
      answer(api.GET("/api/questionnaires/{id}/form", { params: { path: { id } }, signal })),
  });
}

function useKeep() {
  const queries = useQueryClient();
  return async (form: Form) => {
    queries.setQueryData(formKey(form.id), form);
    await queries.invalidateQueries({ queryKey: ["questionnaire", "of"] });
  };
}

export function useDraftQuestionnaire(programmeId: string) {
  return useMutation({
    mutationFn: (body: Draft) =>
      answer(
        api.POST("/api/programmes/{id}/questionnaires", { params: { path: { id: programmeId } }, body }),
      ),
    onSuccess: useKeep(),
  });
}

export function useChangeQuestionnaire(id: string) {
  return useMutation({
    mutationFn: (body: Draft) =>
      answer(api.PUT("/api/questionnaires/{id}/form", { params: { path: { id } }, body })),
    onSuccess: useKeep(),
  });
}

export function useOpenQuestionnaire(id: string) {
  return useMutation({
    mutationFn: (body: Shape<"QuestionnaireOpening">) =>
      answer(api.PUT("/api/questionnaires/{id}/opening", { params: { path: { id } }, body })),
    onSuccess: useKeep(),
  });
}

export function useRemoveQuestionnaire(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => answer(api.DELETE("/api/questionnaires/{id}/form", { params: { path: { id } } })),
    onSuccess: async () => {
      queries.removeQueries({ queryKey: formKey(id) });
      await queries.invalidateQueries({ queryKey: ["questionnaire", "of"] });
    },
  });
}

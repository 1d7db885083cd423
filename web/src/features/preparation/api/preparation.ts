import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { answer, api, type Shape } from "lib/api-client/api";

export type MyPreparation = Shape<"MyPreparation">;
export type SidePreparation = Shape<"SidePreparation">;
export type ModuleBrief = Shape<"ModuleBrief">;
export type Module = Shape<"ModuleAnswer">;
export type Plan = Shape<"PlanAnswer">;

const key = ["preparation"];

/** What there is to read for the reader, what is done of it, and their sentences. */
export function useMyPreparation() {
  return useQuery({
    queryKey: [...key, "mine"],
    queryFn: ({ signal }) => answer(api.GET("/api/my-preparation", { signal })),
  });
}

/** A module of the reader's own plan; without an enrolment, one of the house. */
export function useModule(module: string, enrolment?: string) {
  return useQuery({
    queryKey: [...key, "module", enrolment ?? "", module],
    queryFn: ({ signal }) =>
      answer(
        enrolment
          ? api.GET("/api/enrolments/{id}/modules/{key}", {
              params: { path: { id: enrolment, key: module } },
              signal,
            })
          : api.GET("/api/modules/{key}", { params: { path: { key: module } }, signal }),
      ),
  });
}

function useWrite<Input, Answer>(send: (input: Input) => Promise<Answer>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSettled: () => queries.invalidateQueries({ queryKey: key }),
  });
}

/** Private: nobody sees which, or when. */
export function useFinishModule(enrolment: string, module: string) {
  return useWrite(() =>
    answer(
      api.PUT("/api/enrolments/{id}/modules/{key}/completion", {
        params: { path: { id: enrolment, key: module } },
      }),
    ),
  );
}

/** Private. What is typed meanwhile stays: the module is not read again. */
export function useWriteTurn(enrolment: string, module: string) {
  return useMutation({
    mutationFn: (text: string) =>
      answer(
        api.PUT("/api/enrolments/{id}/modules/{key}/your-turn", {
          params: { path: { id: enrolment, key: module } },
          body: { text },
        }),
      ),
  });
}

export function useTickSentences(enrolment: string) {
  return useWrite((sentences: { key: string; is_true: boolean }[]) =>
    answer(
      api.PUT("/api/enrolments/{id}/ready-sentences", {
        params: { path: { id: enrolment } },
        body: { sentences },
      }),
    ),
  );
}

export function useRatePreparation(enrolment: string) {
  return useWrite((rating: number) =>
    answer(
      api.PUT("/api/enrolments/{id}/preparation-rating", {
        params: { path: { id: enrolment } },
        body: { rating },
      }),
    ),
  );
}

export const planKey = (programmeId: string) => [...key, "plan", programmeId];

/** For whoever coordinates. */
export function usePlan(programmeId: string) {
  return useQuery({
    queryKey: planKey(programmeId),
    queryFn: ({ signal }) =>
      answer(api.GET("/api/programmes/{id}/preparation", { params: { path: { id: programmeId } }, signal })),
  });
}

export function useSavePlan(programmeId: string) {
  return useWrite((body: Shape<"PlanWantedRequest">) =>
    answer(api.PUT("/api/programmes/{id}/preparation", { params: { path: { id: programmeId } }, body })),
  );
}

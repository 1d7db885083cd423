import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { answer, api, type Shape } from "lib/api-client/api";
import { useList } from "lib/api-client/list";

export type MyCircles = Shape<"MyCircles">;
export type Circle = Shape<"CircleAnswer">;
export type CircleAgenda = Shape<"CircleAgenda">;
type WantedDate = Shape<"WantedDate">;

/** The reader's circles, one a programme, and how an hour may go. */
export function useMyCircles() {
  return useQuery({
    queryKey: ["circle", "mine"],
    queryFn: ({ signal }) => answer(api.GET("/api/circles", { signal })),
  });
}

function useCircleWrite<Input>(send: (input: Input) => Promise<Circle>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSettled: () => queries.invalidateQueries({ queryKey: ["circle"] }),
  });
}

const of = (id: string) => ({ params: { path: { id } } });

/** Sets the next date, or moves the one ahead: everybody in the circle is told. */
export function useSetCircleDate(id: string) {
  return useCircleWrite((body: WantedDate) => answer(api.PUT("/api/circles/{id}/date", { ...of(id), body })));
}

export function useCancelCircleDate(id: string) {
  return useCircleWrite((version: number) =>
    answer(api.DELETE("/api/circles/{id}/date", { params: { path: { id }, query: { version } } })),
  );
}

/** Private: nobody is told, and the list of members stays as it was. */
export function useDeparture(id: string) {
  return useCircleWrite((leaves: boolean) =>
    answer(
      leaves
        ? api.PUT("/api/circles/{id}/departure", of(id))
        : api.DELETE("/api/circles/{id}/departure", of(id)),
    ),
  );
}

/** Somebody sits in that circle from now on. */
export function useMoveMember() {
  return useCircleWrite(({ to, person }: { to: string; person: string }) =>
    answer(
      api.PUT("/api/circles/{id}/members/{person_id}", { params: { path: { id: to, person_id: person } } }),
    ),
  );
}

interface CirclesFilter {
  /** Part of a member's name. */
  search?: string | undefined;
  sort?: "number" | "next";
  order?: "ascending" | "descending";
}

/** The circles of a programme, for whoever coordinates it: without their own. */
export function useProgrammeCircles(programmeId: string, filter: CirclesFilter = {}) {
  return useList(["circle", "programme", programmeId, filter], (cursor, signal) => {
    const params = { path: { id: programmeId }, query: { ...filter, cursor } };
    return answer(api.GET("/api/programmes/{id}/circles", { params, signal }));
  });
}

/** Forms circles, or places newcomers in those that there are. */
export function useFormCircles(programmeId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Shape<"FormingWantedRequest">) =>
      answer(api.POST("/api/programmes/{id}/circles", { ...of(programmeId), body })),
    onSettled: () => queries.invalidateQueries({ queryKey: ["circle"] }),
  });
}

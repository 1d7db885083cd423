import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { answer, api, type Shape } from "lib/api-client/api";
import { useList } from "lib/api-client/list";

export type MyProtectedTime = Shape<"MyProtectedTime">;
export type OwnProtectedTime = Shape<"OwnProtectedTime">;
export type SupervisorPage = Shape<"SupervisorPage">;
export type ConfirmedTime = Shape<"ConfirmedTime">;

const of = (id: string) => ({ params: { path: { id } } });

/** What one asks of one's supervisor for a programme: the page and the mail as they are seen, and the answer. */
export function useMyProtectedTime(programmeId: string) {
  return useQuery({
    queryKey: ["supervisor", "mine", programmeId],
    queryFn: ({ signal }) =>
      answer(api.GET("/api/programmes/{id}/my-protected-time", { ...of(programmeId), signal })),
  });
}

function useWrite<Input>(programmeId: string, send: (input: Input) => Promise<MyProtectedTime>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSuccess: (mine) => queries.setQueryData(["supervisor", "mine", programmeId], mine),
  });
}

/** Drafts it, which nobody else sees, or changes what was told. */
export function useAskForTime(programmeId: string) {
  return useWrite(programmeId, (body: Shape<"ProtectedTimeInputRequest">) =>
    answer(api.PUT("/api/programmes/{id}/my-protected-time", { ...of(programmeId), body })),
  );
}

export function useTellSupervisor(programmeId: string) {
  return useWrite(programmeId, (body: Shape<"TellingInput">) =>
    answer(api.PUT("/api/programmes/{id}/my-protected-time/telling", { ...of(programmeId), body })),
  );
}

/** The link opens nothing from then on. */
export function useTakeBackTime(programmeId: string) {
  return useWrite(programmeId, (_: undefined) =>
    answer(api.DELETE("/api/programmes/{id}/my-protected-time", of(programmeId))),
  );
}

/** The supervisor's page, by the link alone. */
export function useSupervisorPage(link: string) {
  return useQuery({
    queryKey: ["supervisor", "page", link],
    queryFn: ({ signal }) =>
      answer(api.GET("/api/protected-times/{link}", { params: { path: { link } }, signal })),
  });
}

export function useSupervisorReply(link: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Shape<"SupervisorReply">) =>
      answer(api.PUT("/api/protected-times/{link}/answer", { params: { path: { link } }, body })),
    onSuccess: (page) => queries.setQueryData(["supervisor", "page", link], page),
  });
}

interface ConfirmedFilter {
  search?: string | undefined;
  is_confirmed?: boolean | undefined;
  sort?: "name" | "is_confirmed";
  order?: "ascending" | "descending";
}

/** Who told their supervisor, with yes or no, and which supervisors would like to talk. */
export function useConfirmedTimes(programmeId: string, filter: ConfirmedFilter) {
  return useList(["supervisor", "confirmed", programmeId, filter], (cursor, signal) => {
    const params = { path: { id: programmeId }, query: { ...filter, cursor } };
    return answer(api.GET("/api/programmes/{id}/protected-times", { params, signal }));
  });
}

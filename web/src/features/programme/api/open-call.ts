import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { answer, api, type Shape } from "lib/api-client/api";
import { useList } from "lib/api-client/list";
import { Refusal } from "lib/api-client/refusal";

interface OpenCallInput {
  limited_by: "code" | "mail_domain";
  code?: string | null;
  mail_domain?: string | null;
  closes_on: string;
}

/** The programme link as it stands, once somebody wants to know; `null` where there is none. */
export function useOpenCallOf(programmeId: string, isWanted: boolean) {
  return useQuery({
    queryKey: ["programme", programmeId, "open_call"],
    queryFn: ({ signal }) =>
      answer(
        api.GET("/api/programmes/{id}/open-call", { params: { path: { id: programmeId } }, signal }),
      ).catch((error: unknown) => {
        if (error instanceof Refusal && error.status === 404) return null;
        throw error;
      }),
    enabled: isWanted,
  });
}

export type OpenCall = Shape<"OpenCallAnswer">;

/** Opens the programme to whoever has its link; an earlier link is void. */
export function useOpenCall(programmeId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: OpenCallInput) =>
      answer(api.PUT("/api/programmes/{id}/open-call", { params: { path: { id: programmeId } }, body })),
    onSuccess: (opened) => queries.setQueryData(["programme", programmeId, "open_call"], opened),
  });
}

/** Closes the programme link; whoever asked already still waits for an answer. */
export function useCloseCall(programmeId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () =>
      answer(api.DELETE("/api/programmes/{id}/open-call", { params: { path: { id: programmeId } } })),
    onSuccess: () => queries.setQueryData(["programme", programmeId, "open_call"], null),
  });
}

/** What stands behind a programme link, for whoever has it. */
export function useCallPage(link: string) {
  return useQuery({
    queryKey: ["call", link],
    queryFn: ({ signal }) =>
      answer(api.GET("/api/programme-calls/{link}", { params: { path: { link } }, signal })),
  });
}

export function useAskToJoin(link: string) {
  return useMutation({
    mutationFn: (body: Shape<"JoinRequestInputRequest">) =>
      answer(api.POST("/api/programme-calls/{link}/join-requests", { params: { path: { link } }, body })),
  });
}

interface JoinRequestFilter {
  /** Part of a name or of an address. */
  search: string | undefined;
  sort: "asked_at" | "name";
  order: "ascending" | "descending";
}

/** Who asked to join by the link and waits for a yes. */
export function useJoinRequests(programmeId: string, filter: JoinRequestFilter) {
  return useList(["enrolment", programmeId, "join_requests", filter], (cursor, signal) => {
    const params = { path: { id: programmeId }, query: { ...filter, cursor } };
    return answer(api.GET("/api/programmes/{id}/join-requests", { params, signal }));
  });
}

export function useWelcome() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id, is_welcome }: { id: string; is_welcome: boolean }) =>
      answer(api.PUT("/api/join-requests/{id}/answer", { params: { path: { id } }, body: { is_welcome } })),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ["enrolment"] });
      await queries.invalidateQueries({ queryKey: ["programme"] });
    },
  });
}

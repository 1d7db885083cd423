import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { answer, api, type Shape } from "lib/api-client/api";
import { everyPage } from "lib/api-client/list";

interface OpenCallInput {
  limited_by: "code" | "mail_domain";
  code?: string | null;
  mail_domain?: string | null;
  closes_on: string;
}

/** Opens the programme to whoever has its link; an earlier link is void. */
export function useOpenCall(programmeId: string) {
  return useMutation({
    mutationFn: (body: OpenCallInput) =>
      answer(api.PUT("/api/programmes/{id}/open-call", { params: { path: { id: programmeId } }, body })),
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

/** Who asked to join by the link and waits for a yes. */
export function useJoinRequests(programmeId: string) {
  return useQuery({
    queryKey: ["enrolment", programmeId, "join_requests"],
    queryFn: (query) =>
      everyPage((cursor, signal) => {
        const params = { path: { id: programmeId }, query: { cursor, limit: 100 } };
        return answer(api.GET("/api/programmes/{id}/join-requests", { params, signal }));
      }, query.signal),
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

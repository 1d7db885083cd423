import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { answer, api, type Shape } from "lib/api-client/api";
import { useList } from "lib/api-client/list";

export type ProgrammeSettings = Shape<"ProgrammeSettings">;
export type Lockable = ProgrammeSettings["lockable"][number];
export type SettingChange = Shape<"SettingChange">;
export type Proposal = Shape<"SettingProposal">;
export type NewProposal = Shape<"NewSettingProposalRequest">;

const of = (id: string) => ({ params: { path: { id } } });
const key = ["setting"];

/** How a programme is set, and what is locked by agreement. */
export function useSettingsOf(programmeId: string) {
  return useQuery({
    queryKey: [...key, "of", programmeId],
    queryFn: ({ signal }) => answer(api.GET("/api/programmes/{id}/settings", { ...of(programmeId), signal })),
  });
}

interface ChangesWanted {
  search: string | undefined;
  sort: "changed_at" | "setting";
  order: "ascending" | "descending";
}

/** Who changed which setting when. */
export function useSettingChanges(programmeId: string, asked: ChangesWanted) {
  return useList([...key, "changes", programmeId, asked], (cursor, signal) =>
    answer(
      api.GET("/api/programmes/{id}/setting-changes", {
        params: { path: { id: programmeId }, query: { ...asked, cursor } },
        signal,
      }),
    ),
  );
}

/** What the two sides of a programme proposed to each other. */
export function useProposals(programmeId: string) {
  return useQuery({
    queryKey: [...key, "proposals", programmeId],
    queryFn: ({ signal }) =>
      answer(api.GET("/api/programmes/{id}/setting-proposals", { ...of(programmeId), signal })),
  });
}

/** What waits, wherever I am on a side. */
export function useWaitingProposals() {
  return useQuery({
    queryKey: [...key, "waiting"],
    queryFn: ({ signal }) => answer(api.GET("/api/my-setting-proposals", { signal })),
  });
}

/** The aims there are, by name: for reading and proposing others. */
export function useAimNames() {
  return useQuery({
    queryKey: ["aims"],
    queryFn: ({ signal }) => answer(api.GET("/api/aims", { signal })),
  });
}

function useChanging() {
  const queries = useQueryClient();
  return () =>
    Promise.all([
      queries.invalidateQueries({ queryKey: key }),
      queries.invalidateQueries({ queryKey: ["programme"] }),
    ]);
}

export function usePropose(programmeId: string) {
  const onSuccess = useChanging();
  return useMutation({
    mutationFn: (body: NewProposal) =>
      answer(api.POST("/api/programmes/{id}/setting-proposals", { ...of(programmeId), body })),
    onSuccess,
  });
}

export function useAnswerProposal(id: string) {
  const onSuccess = useChanging();
  return useMutation({
    mutationFn: (body: Shape<"SettingProposalReplyRequest">) =>
      answer(api.PUT("/api/setting-proposals/{id}/answer", { ...of(id), body })),
    onSuccess,
  });
}

export function useTakeProposalBack(id: string) {
  const onSuccess = useChanging();
  return useMutation({
    mutationFn: () => answer(api.DELETE("/api/setting-proposals/{id}", of(id))),
    onSuccess,
  });
}

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { answer, api, type Shape } from "lib/api-client/api";

export type GroupMeetings = Shape<"GroupMeetings">;
export type GroupMeeting = Shape<"GroupMeetingAnswer">;
type GroupMeetingInput = Shape<"GroupMeetingInput">;

/** The meetings of a whole programme, for whoever coordinates it. */
export function useGroupMeetings(programmeId: string) {
  return useQuery({
    queryKey: ["group_meeting", "programme", programmeId],
    queryFn: ({ signal }) =>
      answer(
        api.GET("/api/programmes/{id}/group-meetings", { params: { path: { id: programmeId } }, signal }),
      ),
  });
}

function useGroupMeetingWrite<Input>(send: (input: Input) => Promise<GroupMeeting>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSettled: () => queries.invalidateQueries({ queryKey: ["group_meeting"] }),
  });
}

/** Sets a new one, or changes the one of this id: everybody asked is told. */
export function useSetGroupMeeting(programmeId: string, id?: string) {
  return useGroupMeetingWrite((body: GroupMeetingInput) =>
    answer(
      id
        ? api.PUT("/api/group-meetings/{id}", { params: { path: { id } }, body })
        : api.POST("/api/programmes/{id}/group-meetings", { params: { path: { id: programmeId } }, body }),
    ),
  );
}

export function useCallOffGroupMeeting(id: string) {
  return useGroupMeetingWrite((version: number) =>
    answer(api.DELETE("/api/group-meetings/{id}", { params: { path: { id }, query: { version } } })),
  );
}

/** Those ahead that the reader is asked to. */
export function useMyGroupMeetings() {
  return useQuery({
    queryKey: ["group_meeting", "mine"],
    queryFn: ({ signal }) => answer(api.GET("/api/my-group-meetings", { signal })),
  });
}

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { answer, api, type Shape } from "lib/api-client/api";

export const setUpKey = (programmeId: string) => ["programme", programmeId, "set_up"];

/** The whole set-up of a programme, with how it stands and what it still needs. */
export function useSetUpOf(programmeId: string) {
  return useQuery({
    queryKey: setUpKey(programmeId),
    queryFn: ({ signal }) =>
      answer(api.GET("/api/programmes/{id}/set-up", { params: { path: { id: programmeId } }, signal })),
  });
}

export type ProgrammeSetUp = NonNullable<ReturnType<typeof useSetUpOf>["data"]>;

export function useWriteSetUp(programmeId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Shape<"SetUpInputRequest">) =>
      answer(api.PUT("/api/programmes/{id}/set-up", { params: { path: { id: programmeId } }, body })),
    onSuccess: async (written) => {
      queries.setQueryData(setUpKey(programmeId), written);
      await queries.invalidateQueries({ queryKey: ["programme"] });
    },
  });
}

/** Opens the enrolment, or moves the programme on. */
export function useMoveProgramme(programmeId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Shape<"StateInput">) =>
      answer(api.PUT("/api/programmes/{id}/state", { params: { path: { id: programmeId } }, body })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["programme"] }),
  });
}

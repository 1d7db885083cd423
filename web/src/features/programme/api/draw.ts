import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { answer, api } from "lib/api-client/api";

/** The draw of the places, with all that is needed to check it. */
export function useDraw(programmeId: string) {
  return useQuery({
    queryKey: ["programme", programmeId, "draw"],
    queryFn: ({ signal }) =>
      answer(api.GET("/api/programmes/{id}/draw", { params: { path: { id: programmeId } }, signal })),
  });
}

/** Draws, once. Asked again, it is the same draw. */
export function useDrawPlaces(programmeId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => answer(api.PUT("/api/programmes/{id}/draw", { params: { path: { id: programmeId } } })),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ["programme"] });
      await queries.invalidateQueries({ queryKey: ["enrolment"] });
    },
  });
}

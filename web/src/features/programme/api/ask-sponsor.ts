import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { answer, api, type Shape } from "lib/api-client/api";

/** Who was asked to stand for a programme, with the link to hand on. */
export function useSponsor(programmeId: string, wasAsked: boolean) {
  return useQuery({
    queryKey: ["programme", programmeId, "sponsor"],
    queryFn: ({ signal }) =>
      answer(api.GET("/api/programmes/{id}/sponsor", { params: { path: { id: programmeId } }, signal })),
    enabled: wasAsked,
  });
}

export type AskedSponsor = NonNullable<ReturnType<typeof useSponsor>["data"]>;

/** Asks a sponsor. An earlier link is void. */
export function useAskSponsor(programmeId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Shape<"SponsorInputRequest">) =>
      answer(api.PUT("/api/programmes/{id}/sponsor", { params: { path: { id: programmeId } }, body })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["programme"] }),
  });
}

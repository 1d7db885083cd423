import { useMutation, useQueryClient } from "@tanstack/react-query";
import { answer, api, type Shape } from "lib/api-client/api";

/** Sets up a programme, in draft: nobody is told anything. */
export function useCreateProgramme() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Shape<"NewProgrammeRequest">) => answer(api.POST("/api/programmes", { body })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["programme"] }),
  });
}

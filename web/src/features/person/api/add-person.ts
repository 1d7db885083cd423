import { useMutation, useQueryClient } from "@tanstack/react-query";
import { answer, api, type Shape } from "lib/api-client/api";

export function useAddPerson() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Shape<"NewPersonRequest">) => answer(api.POST("/api/people", { body })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["person"] }),
  });
}

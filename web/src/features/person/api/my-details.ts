import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { answer, api, type Shape } from "lib/api-client/api";

export type MyDetails = Shape<"MyDetails">;

/** What I say of myself: how I am called, in which language, by which clock. */
export function useMyDetails() {
  return useQuery({
    queryKey: ["my_details"],
    queryFn: ({ signal }) => answer(api.GET("/api/my-details", { signal })),
  });
}

export function useChangeMyDetails() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Shape<"MyDetailsChangeRequest">) => answer(api.PATCH("/api/my-details", { body })),
    onSuccess: async (changed) => {
      queries.setQueryData(["my_details"], changed);
      await queries.invalidateQueries({ queryKey: ["session"] });
    },
  });
}

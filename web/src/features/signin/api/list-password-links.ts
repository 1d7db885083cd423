import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { answer, api, type Shape } from "lib/api-client/api";
import { everyPage } from "lib/api-client/list";

export type PasswordLink = Shape<"PasswordLinkAnswer">;

/** Every first link that still opens, the latest first: what letters are printed from. */
export function usePasswordLinks() {
  return useQuery({
    queryKey: ["password_link"],
    queryFn: async ({ signal }) => {
      const links = await everyPage((cursor) => {
        const query = { purpose: "activation" as const, limit: 100, cursor };
        return answer(api.GET("/api/password-links", { params: { query }, signal }));
      }, signal);
      return links.items;
    },
  });
}

/** Links to be printed, for people who have none that opens; a letter that was printed before stays good. */
export function useMakeLetters() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (people: string[]) =>
      answer(api.POST("/api/password-links", { body: { people, delivery: "handed" } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["password_link"] }),
  });
}

import { useQuery } from "@tanstack/react-query";
import { answer, api, type Shape } from "lib/api-client/api";
import { everyPage } from "lib/api-client/list";

export type Sponsorship = Shape<"Sponsorship">;

/** What one stands for, or is asked to. */
export function useMySponsorships() {
  return useQuery({
    queryKey: ["sponsor", "mine"],
    queryFn: ({ signal }) =>
      everyPage((cursor) => {
        const query = { limit: 100, cursor };
        return answer(api.GET("/api/my-sponsorships", { params: { query }, signal }));
      }, signal),
  });
}

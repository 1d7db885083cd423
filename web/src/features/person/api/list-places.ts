import { useQuery } from "@tanstack/react-query";
import { answer, api } from "lib/api-client/api";
import { everyPage } from "lib/api-client/list";

/** The departments, sites and levels there are, for whoever chooses among them. */
export function usePlaces() {
  return useQuery({
    queryKey: ["person", "places"],
    queryFn: async ({ signal }) => {
      const ask = (cursor: string | undefined) => ({ params: { query: { limit: 100, cursor } }, signal });
      const [departments, sites, levels] = await Promise.all([
        everyPage((cursor) => answer(api.GET("/api/departments", ask(cursor))), signal),
        everyPage((cursor) => answer(api.GET("/api/sites", ask(cursor))), signal),
        everyPage((cursor) => answer(api.GET("/api/levels", ask(cursor))), signal),
      ]);
      return {
        departments: departments.items.map(({ name }) => name),
        sites: sites.items.map(({ name }) => name),
        levels: levels.items,
      };
    },
    staleTime: 60_000,
  });
}

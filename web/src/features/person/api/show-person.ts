import { useQuery } from "@tanstack/react-query";
import { answer, api, type Shape } from "lib/api-client/api";

export type Person = Shape<"PersonAnswer">;

export function usePerson(id: string) {
  return useQuery({
    queryKey: ["person", id],
    queryFn: ({ signal }) => answer(api.GET("/api/people/{id}", { params: { path: { id } }, signal })),
  });
}

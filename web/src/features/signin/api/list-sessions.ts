import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { answer, api } from "lib/api-client/api";

/** Where one is signed in. */
export function useMySessions() {
  return useQuery({
    queryKey: ["sessions"],
    queryFn: ({ signal }) => answer(api.GET("/api/sessions", { signal })),
  });
}

export function useEndSession() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => answer(api.DELETE("/api/sessions/{id}", { params: { path: { id } } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["sessions"] }),
  });
}

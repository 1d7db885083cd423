import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { answer, api, type Shape } from "lib/api-client/api";
import { useByLink } from "lib/room/by-link";

export type NameOpening = Shape<"NameOpeningAnswer">;

export function useNameOpenings() {
  return useQuery({
    queryKey: ["name_opening"],
    queryFn: ({ signal }) => answer(api.GET("/api/name-openings", { signal })),
  });
}

export function useAgreeToName(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => answer(api.PUT("/api/name-openings/{id}/agreement", { params: { path: { id } } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["name_opening"] }),
  });
}

export function useAskName(concern: string) {
  const token = useByLink();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Shape<"NameAsked">) =>
      answer(
        token
          ? api.PUT("/api/contact-rooms/{token}/concerns/{id}/name-opening", {
              params: { path: { token, id: concern } },
              body,
            })
          : api.PUT("/api/concerns/{id}/name-opening", { params: { path: { id: concern } }, body }),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["concern"] }),
  });
}

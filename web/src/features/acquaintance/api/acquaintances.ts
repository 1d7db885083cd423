import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { answer, api, type Shape } from "lib/api-client/api";

export type Acquaintance = Shape<"AcquaintanceAnswer">;
export type AcquaintanceBrief = Shape<"AcquaintanceBrief">;

// Nothing hints at what the other does: an open page looks again by itself.
const again = { refetchInterval: 60_000 };

export function useMyAcquaintances() {
  return useQuery({
    queryKey: ["acquaintance", "mine"],
    queryFn: ({ signal }) => answer(api.GET("/api/my-acquaintances", { signal })),
    ...again,
  });
}

export function useAcquaintance(id: string) {
  return useQuery({
    queryKey: ["acquaintance", id],
    queryFn: ({ signal }) => answer(api.GET("/api/acquaintances/{id}", { params: { path: { id } }, signal })),
    enabled: id !== "",
    ...again,
  });
}

function useAnew() {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: ["acquaintance"] });
}

export function useAnswerAcquaintance(id: string) {
  return useMutation({
    mutationFn: (body: Shape<"AcquaintanceAnswered">) =>
      answer(api.PUT("/api/acquaintances/{id}/answer", { params: { path: { id } }, body })),
    onSuccess: useAnew(),
  });
}

export function useWriteWithoutName(id: string) {
  return useMutation({
    mutationFn: ({ id: message_id, text }: { id: string; text: string }) =>
      answer(
        api.PUT("/api/acquaintances/{id}/messages/{message_id}", {
          params: { path: { id, message_id } },
          body: { text },
        }),
      ),
    onSuccess: useAnew(),
  });
}

export function useChooseName(id: string) {
  const queries = useQueryClient();
  const anew = useAnew();
  return useMutation({
    mutationFn: (opens: boolean) =>
      answer(api.PUT("/api/acquaintances/{id}/name-choice", { params: { path: { id } }, body: { opens } })),
    onSuccess: () => {
      queries.invalidateQueries({ queryKey: ["pairing"] });
      return anew();
    },
  });
}

export function useLeave(id: string) {
  return useMutation({
    mutationFn: () => answer(api.PUT("/api/acquaintances/{id}/departure", { params: { path: { id } } })),
    onSuccess: useAnew(),
  });
}

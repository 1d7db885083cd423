import { useQuery } from "@tanstack/react-query";
import { answer, api, type Shape } from "lib/api-client/api";

export type Pairing = Shape<"PairingAnswer">;

export function usePairing(id: string) {
  return useQuery({
    queryKey: ["pairing", id],
    queryFn: ({ signal }) => answer(api.GET("/api/pairings/{id}", { params: { path: { id } }, signal })),
  });
}

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { answer, api, type Shape } from "lib/api-client/api";

export type WhoSeesWhat = Shape<"WhoSeesWhat">;
export type MappedPurpose = Shape<"DataMap">["purposes"][number];
export type KeptFor = Shape<"KeptFor">;
export type RecordedEvent = Shape<"RecordedEvent">;

export function useWhoSeesWhat() {
  return useQuery({
    queryKey: ["open", "who_sees_what"],
    queryFn: ({ signal }) => answer(api.GET("/api/who-sees-what", { signal })),
  });
}

const mapKey = ["open", "data_map"];

export function useDataMap() {
  return useQuery({
    queryKey: mapKey,
    queryFn: ({ signal }) => answer(api.GET("/api/data-map", { signal })),
  });
}

export function useKept() {
  return useQuery({
    queryKey: ["open", "kept"],
    queryFn: ({ signal }) => answer(api.GET("/api/kept", { signal })),
  });
}

export function useRecorded() {
  return useQuery({
    queryKey: ["open", "recorded"],
    queryFn: ({ signal }) => answer(api.GET("/api/recorded-events", { signal })),
  });
}

/** The house's own words about one purpose; for its administrator. */
export function useWriteLegalBasis(purpose: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Shape<"LegalBasisInput">) =>
      answer(api.PUT("/api/data-map/{purpose}/legal-basis", { params: { path: { purpose } }, body })),
    onSuccess: (map) => queries.setQueryData(mapKey, map),
  });
}

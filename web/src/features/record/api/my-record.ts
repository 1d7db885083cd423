import { useQuery } from "@tanstack/react-query";
import { answer, api } from "lib/api-client/api";

/** What the reader has given, on the side that brings the knowledge. */
export function useMyRecord() {
  return useQuery({
    queryKey: ["record"],
    queryFn: ({ signal }) => answer(api.GET("/api/my-record", { signal })),
  });
}

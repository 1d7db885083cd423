import { useQuery } from "@tanstack/react-query";
import { answer, api } from "lib/api-client/api";

/** Who-offers-what against who-wants-what, as numbers per topic. */
export function useTopicBoard(programmeId: string) {
  return useQuery({
    queryKey: ["programme", programmeId, "topic_board"],
    queryFn: ({ signal }) =>
      answer(api.GET("/api/programmes/{id}/topic-board", { params: { path: { id: programmeId } }, signal })),
  });
}

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { answer, api, type Shape } from "lib/api-client/api";

export type LoopBoard = Shape<"LoopBoard">;
export type LoopItem = LoopBoard["items"][number];

const of = (id: string) => ({ params: { path: { id } } });

/** What was asked of a programme's people and what became of it. */
export function useLoopBoard(programmeId: string) {
  return useQuery({
    queryKey: ["question", "board", programmeId],
    queryFn: ({ signal }) =>
      answer(api.GET("/api/programmes/{id}/loop-board", { ...of(programmeId), signal })),
  });
}

/** Whether everybody in the house may read it; for its sponsor. */
export function usePublishBoard(programmeId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (shows: boolean) =>
      answer(
        shows
          ? api.PUT("/api/programmes/{id}/loop-board/publication", of(programmeId))
          : api.DELETE("/api/programmes/{id}/loop-board/publication", of(programmeId)),
      ),
    onSuccess: (board) => queries.setQueryData(["question", "board", programmeId], board),
  });
}

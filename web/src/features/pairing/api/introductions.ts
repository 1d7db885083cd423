import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { answer, api, type Shape } from "lib/api-client/api";

export type MyIntroductions = Shape<"MyIntroductions">;
export type Introduction = MyIntroductions["items"][number];
export type IntroducedPerson = Introduction["partner"];

const key = ["introductions"];

/** Those the reader has a part in, and the pairs in which they may introduce their partner. */
export function useIntroductions() {
  return useQuery({
    queryKey: key,
    queryFn: ({ signal }) => answer(api.GET("/api/introductions", { signal })),
  });
}

function useIntroductionWrite<Input>(send: (input: Input) => Promise<MyIntroductions>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSuccess: (introductions) => queries.setQueryData(key, introductions),
    onError: () => queries.invalidateQueries({ queryKey: key }),
  });
}

interface Asking {
  pairingId: string;
  id: string;
  colleague: string;
  why: string;
}

export function useAskIntroduction() {
  return useIntroductionWrite(({ pairingId, id, ...body }: Asking) =>
    answer(
      api.PUT("/api/pairings/{id}/introductions/{introduction_id}", {
        params: { path: { id: pairingId, introduction_id: id } },
        body,
      }),
    ),
  );
}

export function useTakeBackIntroduction() {
  return useIntroductionWrite(({ pairing_id, id }: Introduction) =>
    answer(
      api.DELETE("/api/pairings/{id}/introductions/{introduction_id}", {
        params: { path: { id: pairing_id ?? "", introduction_id: id } },
      }),
    ),
  );
}

/** Private: a *not now* looks like no answer. */
export function useAnswerIntroduction(id: string) {
  return useIntroductionWrite((given: NonNullable<Introduction["own_answer"]>) =>
    answer(api.PUT("/api/introductions/{id}/answer", { params: { path: { id } }, body: { answer: given } })),
  );
}

/** How many were made in a programme: a number and no name. */
export function useIntroductionCount(programmeId: string, isWanted = true) {
  return useQuery({
    queryKey: [...key, "count", programmeId],
    enabled: isWanted,
    queryFn: ({ signal }) =>
      answer(
        api.GET("/api/programmes/{id}/introduction-count", { params: { path: { id: programmeId } }, signal }),
      ),
  });
}

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { answer, api, type Shape } from "lib/api-client/api";

export type MyReleasedWords = Shape<"MyReleasedWords">;
export type WordsOpening = MyReleasedWords["programmes"][number];
export type OwnWords = MyReleasedWords["items"][number];
export type WordsAsked = MyReleasedWords["asked"][number];
export type WordsAsShown = OwnWords["shown"];
export type ReleasedWordsOf = Shape<"ReleasedWordsOf">;
export type ReleasedWords = ReleasedWordsOf["items"][number];
type WordsWanted = Shape<"WordsWantedRequest">;

const own = ["released_words", "mine"];

/** One's own sentences, and those about a pair that one is asked for. */
export function useMyWords() {
  return useQuery({
    queryKey: own,
    queryFn: ({ signal }) => answer(api.GET("/api/released-words", { signal })),
  });
}

const at = (programmeId: string, wordsId: string) => ({
  params: { path: { id: programmeId, words_id: wordsId } },
});

/** Private: the answer is all of one's own again. */
function useWordsWrite<Input>(send: (input: Input) => Promise<MyReleasedWords>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSuccess: (mine) => queries.setQueryData(own, mine),
    onError: () => queries.invalidateQueries({ queryKey: own }),
  });
}

export function useWriteWords(programmeId: string) {
  return useWordsWrite(({ id, words }: { id: string; words: WordsWanted }) =>
    answer(
      api.PUT("/api/programmes/{id}/released-words/{words_id}", { ...at(programmeId, id), body: words }),
    ),
  );
}

export function useThrowWordsAway(words: OwnWords) {
  return useWordsWrite(() =>
    answer(api.DELETE("/api/programmes/{id}/released-words/{words_id}", at(words.programme_id, words.id))),
  );
}

/** To the words as they stand there; or no longer. */
export function useConsent(words: OwnWords) {
  return useWordsWrite((to: "release" | "withdraw") =>
    answer(
      to === "release"
        ? api.PUT("/api/programmes/{id}/released-words/{words_id}/consent", {
            ...at(words.programme_id, words.id),
            body: { version: words.version },
          })
        : api.DELETE(
            "/api/programmes/{id}/released-words/{words_id}/consent",
            at(words.programme_id, words.id),
          ),
    ),
  );
}

export function usePartnerConsent(asked: WordsAsked) {
  return useWordsWrite((given: "consent" | "rather_not") =>
    answer(
      api.PUT("/api/programmes/{id}/released-words/{words_id}/partner-consent", {
        ...at(asked.programme_id, asked.id),
        body: { version: asked.version, answer: given },
      }),
    ),
  );
}

/** What the reader may read of every programme. */
export function usePublishedWords() {
  return useQuery({
    queryKey: ["released_words", "published"],
    queryFn: ({ signal }) => answer(api.GET("/api/published-words", { signal })),
  });
}

export function useReleasedWords(programmeId: string) {
  return useQuery({
    queryKey: ["released_words", programmeId],
    queryFn: ({ signal }) =>
      answer(
        api.GET("/api/programmes/{id}/released-words", { params: { path: { id: programmeId } }, signal }),
      ),
  });
}

/** By whoever coordinates, for good. */
export function usePublishWords(programmeId: string, wordsId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () =>
      answer(api.PUT("/api/programmes/{id}/released-words/{words_id}/publication", at(programmeId, wordsId))),
    onSettled: () => queries.invalidateQueries({ queryKey: ["released_words"] }),
  });
}

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { answer, api, type Shape } from "lib/api-client/api";
import { errorOf, Unreachable } from "lib/api-client/refusal";
import { forgetBallot, type KeptBallot, keepBallot } from "lib/ballot/kept-ballot";

export type QuestionSet = Shape<"QuestionSetAnswer">;
export type BallotAnswer = Shape<"BallotRequest">["answers"][number];

const keyOf = (id: string) => ["question_set", id];
const whileKeysAreMade = 3000;

/** What is asked without a name, and how far it is. */
export function useQuestionSet(id: string) {
  return useQuery({
    queryKey: keyOf(id),
    queryFn: ({ signal }) => answer(api.GET("/api/question-sets/{id}", { params: { path: { id } }, signal })),
    refetchInterval: ({ state }) => state.data?.stage === "preparing" && whileKeysAreMade,
  });
}

/**
 * Draws a ballot and has it signed unseen. It is kept before it is asked for, so that a lost reply loses nothing: the
 * same one is signed again.
 */
export function useBeginBallot(owner: string, set: QuestionSet) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (kept: KeptBallot | undefined) => {
      const { drawBallot, openBallot } = await import("lib/ballot/ballot");
      const drawn = kept?.drawn ?? (await drawBallot(set.public_key ?? ""));
      keepBallot(owner, set.id, { drawn });
      const { blind_signature } = await answer(
        api.PUT("/api/question-sets/{id}/ballot", {
          params: { path: { id: set.id } },
          body: { blinded_message: drawn.blinded },
        }),
      );
      const begun = { drawn, signed: await openBallot(drawn, blind_signature) };
      keepBallot(owner, set.id, begun);
      return begun;
    },
    onSuccess: () => queries.setQueryData(keyOf(set.id), { ...set, is_issued: true }),
    // Another one was signed before, elsewhere: this one is worth nothing.
    onError: (error) => "code" in error && error.code === "ballot_issued" && forgetBallot(owner, set.id),
  });
}

/** Puts a ballot into the box, by nobody: with no cookie, and past everything that marks our other requests. */
export function useCastBallot() {
  return useMutation({
    mutationFn: async ({
      signed,
      answers,
      set,
    }: {
      signed: Signed;
      answers: BallotAnswer[];
      set: string;
    }) => {
      const ballot: Shape<"BallotRequest"> = { question_set_id: set, ...signed, answers };
      const response = await fetch(new URL("/api/ballots", window.location.origin), {
        method: "POST",
        credentials: "omit",
        referrer: "",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify(ballot),
      }).catch((error: unknown) => {
        throw new Unreachable(String(error));
      });
      if (!response.ok) throw await errorOf(response);
      return (await response.json()) as Shape<"BallotReceipt">;
    },
  });
}

type Signed = NonNullable<KeptBallot["signed"]>;

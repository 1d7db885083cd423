import { MutationObserver } from "@tanstack/react-query";
import { createQueryClient } from "lib/api-client/queries";
import { Refusal } from "lib/api-client/refusal";
import { expect, it } from "vitest";

const refusal = (status: number, code: string) =>
  new Refusal({ status, code, detail: code, request_id: "r-1" });

/** Fails with each error in turn, then succeeds; how often it was tried. */
async function tryPast(...errors: Error[]) {
  let tries = 0;
  const mutation = new MutationObserver(createQueryClient({ turn: 1 }), {
    mutationFn: async () => {
      const error = errors[tries++];
      if (error) throw error;
      return "in";
    },
  });
  const outcome = await mutation.mutate().catch((error: Error) => error.message);
  return { outcome, tries };
}

it("comes back by itself after it was turned away at a crowded door", async () => {
  expect(await tryPast(refusal(503, "too_busy"), refusal(503, "crowded"))).toEqual({
    outcome: "in",
    tries: 3,
  });
});

it("gives up in the end", async () => {
  const crowd = Array.from({ length: 20 }, () => refusal(503, "too_busy"));
  expect(await tryPast(...crowd)).toEqual({ outcome: "too_busy", tries: 9 });
});

it("asks nothing again that was answered, or may have happened", async () => {
  expect(await tryPast(refusal(401, "wrong_password"))).toEqual({ outcome: "wrong_password", tries: 1 });
  expect(await tryPast(refusal(503, "outcome_unknown"))).toEqual({ outcome: "outcome_unknown", tries: 1 });
  expect(await tryPast(new Error("silence"))).toEqual({ outcome: "silence", tries: 1 });
});

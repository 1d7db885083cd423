import type { ByHand } from "features/matching/components/by-hand";
import { ByHandDialogue } from "features/matching/components/by-hand-dialogue";
import { render, screen } from "testing/render";
import { answers, example } from "testing/server";
import { aDifference, aQuality, aTrial, couple } from "testing/trial";
import { expect, it, vi } from "vitest";

const run = {
  ...example<object>("match-runs/match_run"),
  id: "r-1",
  programme_id: "p-1",
  objective: "fair",
  priority: "most_pairs",
  seed: 7,
} as never;
const trials = "/api/programmes/p-1/match-trials";
const enrolled = (name: string) => ({
  person_id: `p-${name}`,
  name,
  job_title: "Director",
  department: null,
});
const moved = aTrial({
  difference: aDifference({
    people_moved: 4,
    pairs_lost: 2,
    pairs_gained: 2,
    lost: [couple("Ana", "Sofia"), couple("Bruno", "David")],
    gained: [couple("Ana", "David"), couple("Bruno", "Sofia")],
  }),
});

const dialogue = (what: ByHand, onClose = () => undefined) => (
  <ByHandDialogue run={run} what={what} onClose={onClose} />
);
const anaAndSofia = (isLocked = false): ByHand => ({
  pair: { ...couple("Ana", "Sofia"), is_locked: isLocked },
});
const someoneElse = async (isLocked = false) => {
  answers("get", "/api/programmes/p-1/enrolments", {
    items: [enrolled("Ana"), enrolled("Bruno")],
    next_cursor: null,
  });
  const drawn = await render(dialogue(anaAndSofia(isLocked)));
  await drawn.user.click(await screen.findByRole("radio", { name: /Bruno/ }));
  return drawn;
};
const make = "Keep them together and find pairs again";

it("shows what it would mean before it asks for the yes", async () => {
  const sent = answers("post", trials, moved);
  await someoneElse();
  expect(await screen.findByText(/As many pairs as before/)).toBeVisible();
  expect(screen.getByText("Bruno and David")).toBeVisible();
  expect(sent).toEqual([
    {
      compared_with: "r-1",
      together: [{ mentor_id: "p-Bruno", mentee_id: "p-Sofia" }],
      no_longer_together: [],
    },
  ]);
  expect(screen.queryByRole("radio", { name: /^Ana$/, checked: true })).toBeNull();
});

it("keeps the pair and looks again with the same number, so that what was shown comes", async () => {
  answers("post", trials, moved);
  const kept = answers("put", "/api/programmes/p-1/locks/p-Bruno/p-Sofia", null, 204);
  const forgotten = answers("delete", "/api/programmes/p-1/locks/p-Ana/p-Sofia", null, 204);
  const started = answers("post", "/api/match-runs", {});
  const { user } = await someoneElse(true);
  await user.click(await screen.findByRole("button", { name: make }));
  await vi.waitFor(() => expect(started).toHaveLength(1));
  expect(kept).toHaveLength(1);
  expect(forgotten).toHaveLength(1);
  expect(started[0]).toEqual({ programme_id: "p-1", objective: "fair", priority: "most_pairs", seed: 7 });
});

it("lets the other two swap", async () => {
  const swapped = aTrial({
    difference: aDifference({
      people_moved: 4,
      pairs_lost: 2,
      pairs_gained: 2,
      lost: [couple("Ana", "Sofia"), couple("Bruno", "David")],
      gained: [couple("Ana", "David"), couple("Bruno", "Sofia")],
    }),
  });
  const sent = answers("post", trials, swapped);
  const { user } = await someoneElse();
  await user.click(await screen.findByRole("radio", { name: /They swap: Ana and David together/ }));
  await vi.waitFor(() => expect(sent).toHaveLength(2));
  expect(sent[1]).toMatchObject({
    together: [
      { mentor_id: "p-Bruno", mentee_id: "p-Sofia" },
      { mentor_id: "p-Ana", mentee_id: "p-David" },
    ],
  });
});

it("names the rule in the way and offers no yes", async () => {
  const refused = { ...couple("Ana", "David"), reason: "not_available", rules: ["common_manager"] };
  answers("post", trials, aTrial({ not_placed: [refused] }));
  await render(dialogue({ join: couple("Ana", "David") }));
  expect(await screen.findByText(/cannot be together: a common manager within two steps/)).toBeVisible();
  expect(screen.queryByRole("button", { name: make })).toBeNull();
});

it("says how many pairs there would be when it costs one", async () => {
  answers(
    "post",
    trials,
    aTrial({ quality: aQuality({ pairs: 1 }), difference: aDifference({ people_moved: 2, pairs_lost: 1 }) }),
  );
  await render(dialogue({ join: couple("Ana", "David") }));
  expect(await screen.findByText(/1 pairs?, 1 fewer than before/)).toBeVisible();
});

import type { ProgrammeFacts } from "features/record/api/programme-facts";
import { FactsCard } from "features/record/components/facts-card";
import { render, screen } from "testing/render";
import { expect, test } from "vitest";

const facts: ProgrammeFacts = {
  programme_id: "p",
  programme: { name: "Compass", purpose: null, mentor: null, mentee: null },
  invited: 20,
  said_yes: 16,
  waiting: 1,
  in_pairs: 14,
  agreements: 7,
  conversations: 1,
  hours: 2,
  introductions: 0,
  questions: 3,
  decisions: 2,
  targets: 0,
};

test("what has happened is told in sentences, and what has not is left out", async () => {
  await render(<FactsCard facts={facts} />);
  const lines = screen.getAllByRole("listitem").map((line) => line.textContent);
  expect(lines).toEqual([
    "20 people were invited, 16 said yes.",
    "14 of them have been in a pair, with 7 agreements.",
    "One person waits for a place.",
    "One conversation, 2 hours of people's time.",
    "3 questions were asked before a decision, 2 are decided.",
  ]);
});

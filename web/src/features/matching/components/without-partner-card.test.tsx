import type { RunLeftover } from "features/matching/api/match-run-lists";
import type { Remedies, Remedy } from "features/matching/api/remedies";
import { WithoutPartnerCard } from "features/matching/components/without-partner-card";
import { render, screen } from "testing/render";
import { answers } from "testing/server";
import { expect, it } from "vitest";

const person = (id: string, name: string, department = "Finance") => ({
  id,
  name,
  department,
  job_title: null,
});
const leftover = (
  position: number,
  name: string,
  more: Partial<RunLeftover["reason"]> = {},
): RunLeftover => ({
  position,
  person: person(`p-${position}`, name),
  side: "mentee",
  reason: {
    code: "all_taken",
    could_meet: 7,
    rule: null,
    taken: 0,
    department: null,
    rules: [
      { rule: "level_gap", people: 4, people_alone: 1 },
      { rule: "other", people: null, people_alone: null },
    ],
    kept_apart: 0,
    ...more,
  },
});
const remedy = (more: Partial<Remedy>): Remedy => ({
  kind: "place_with_any",
  number: 1,
  people: [],
  department: null,
  rule: null,
  gap_least: null,
  gap_most: null,
  ...more,
});
const remedies = (items: Remedy[], has_partner = false): Remedies => ({
  person: person("p-0", "Sofia Lind"),
  side: "mentee",
  has_partner,
  reason: null,
  items,
});

it("says of a few at once what would change it, in sentences to act on", async () => {
  answers("get", "/api/match-runs/run-1/leftovers", {
    items: [leftover(0, "Sofia Lind")],
    next_cursor: null,
  });
  answers(
    "get",
    "/api/match-runs/run-1/remedies",
    remedies([
      remedy({ people: [person("a", "Ana"), person("b", "Bo")], department: "Finance" }),
      remedy({ kind: "no_longer_apart", people: [person("c", "Cy")] }),
      remedy({ kind: "looser_rule", rule: "level_gap", gap_least: 1 }),
      remedy({ kind: "looser_rule", rule: "same_department" }),
    ]),
  );
  await render(<WithoutPartnerCard runId="run-1" />);
  expect(await screen.findByText("One more place in Finance would do, with Ana or Bo.")).toBeVisible();
  expect(screen.getByText("No longer keeping Sofia Lind and Cy apart would do.")).toBeVisible();
  expect(screen.getByText("A level difference of at least 1 would do.")).toBeVisible();
  expect(screen.getByText("Allowing pairs within one department would do.")).toBeVisible();
  expect(screen.getByText(/4 people, one of them by this alone/)).toBeVisible();
  expect(screen.getByText(/not available to each other/)).toHaveTextContent(/other: together now or before/);
});

it("says honestly that nothing would", async () => {
  answers("get", "/api/match-runs/run-1/leftovers", {
    items: [leftover(0, "Sofia Lind")],
    next_cursor: null,
  });
  answers("get", "/api/match-runs/run-1/remedies", remedies([]));
  await render(<WithoutPartnerCard runId="run-1" />);
  expect(await screen.findByText(/No single change/)).toBeVisible();
});

it("asks for one of many only when asked to, and never for whoever has no place", async () => {
  const many = [0, 1, 2, 3, 4, 5].map((position) => leftover(position, `Person ${position}`));
  const none = leftover(6, "Person 6", { code: "no_places" });
  answers("get", "/api/match-runs/run-1/leftovers", { items: [...many, none], next_cursor: null });
  const sent = answers("get", "/api/match-runs/run-1/remedies", remedies([], true));
  const { user } = await render(<WithoutPartnerCard runId="run-1" />);
  expect(await screen.findAllByRole("button", { name: /What would change that/ })).toHaveLength(6);
  expect(sent).toHaveLength(0);
  await user.click(screen.getByRole("button", { name: "What would change that? Person 3" }));
  expect(await screen.findByText(/A new search would find them a partner/)).toBeVisible();
  expect(sent).toHaveLength(1);
});

it("speaks without a number where nobody is available", async () => {
  answers("get", "/api/match-runs/run-1/leftovers", {
    items: [leftover(0, "Sofia Lind", { code: "nobody", rule: "not_available", rules: [] })],
    next_cursor: null,
  });
  answers("get", "/api/match-runs/run-1/remedies", remedies([]));
  await render(<WithoutPartnerCard runId="run-1" />);
  expect(await screen.findByText(/they and the others are not available to each other/)).toBeVisible();
});

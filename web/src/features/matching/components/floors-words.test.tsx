import type { MatchRun } from "features/matching/api/match-runs";
import { FloorsWords } from "features/matching/components/floors-words";
import { render, screen } from "testing/render";
import { example } from "testing/server";
import { expect, it } from "vitest";

type Report = NonNullable<MatchRun["report"]>;

const { report } = example<MatchRun>("match-runs/match_run");
async function told(more: Partial<Report>) {
  await render(
    <div data-testid="words">
      <FloorsWords report={{ ...(report as Report), ...more }} />
    </div>,
  );
  return screen.getByTestId("words").textContent;
}

it("tells what the pair gains that gains least, and who comes after it", async () => {
  const raised = [
    { benefit: 612, pairs: 1 },
    { benefit: 636, pairs: 2 },
    { benefit: 641, pairs: 1 },
    { benefit: 700, pairs: 1 },
  ];
  expect(await told({ floors: { raised, end: "most_floors" } })).toBe(
    "The pair that gains least gains 61 of 100. After that: 3 pairs at 64, one pair at 70. " +
      "Above that, what gives most to both was taken.",
  );
});

it("says when that is every pair, and what keeping pairs adds", async () => {
  const floors = { raised: [{ benefit: 500, pairs: 4 }], end: "nothing_above" as const };
  expect(await told({ floors })).toBe("The 4 pairs that gain least gain 50 of 100. That is every pair.");
});

it("says what a pair of before counts", async () => {
  const floors = { raised: [{ benefit: 600, pairs: 1 }], end: "most_work" as const };
  const keeping = {
    match_run_id: "r-0",
    number: 1,
    pairs: 4,
    moves: 0,
    bonus: 100,
    most_moves: null,
  } as never;
  expect(await told({ floors, keeping })).toContain("A pair of before counts 10 more in this.");
});

it("says nothing where there are none", async () => {
  expect(await told({ floors: null })).toBe("");
});

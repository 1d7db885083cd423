import type { FairnessAudit, FairnessRow } from "features/matching/api/match-run-audit";
import { FairnessTables } from "features/matching/components/fairness-tables";
import { render, screen } from "testing/render";
import { expect, test } from "vitest";

const row = (more: Partial<FairnessRow>): FairnessRow => ({
  group: "Finance",
  groups: 1,
  people: 12,
  reached: 9,
  coverage: 750,
  benefit: 600,
  coverage_difference: -50,
  coverage_ratio: 93,
  benefit_difference: 30,
  benefit_ratio: 105,
  ...more,
});

const audit: FairnessAudit = {
  least_group: 5,
  people: 40,
  reached: 32,
  coverage: 800,
  benefit: 570,
  divisions: [
    { division: "department", rows: [row({}), row({ group: null, groups: 3, coverage_difference: 0 })] },
    { division: "site", rows: [] },
    { division: "level", rows: [row({ group: "1" }), row({ group: "4", coverage_difference: 120 })] },
  ],
};

test("compares groups with everybody, and counts small ones together", async () => {
  await render(<FairnessTables audit={audit} />);
  expect(screen.getByText(/32 of 40 people who could be given a partner have one: 80%/)).toBeVisible();
  expect(screen.getByRole("row", { name: "Finance 12 75% 5 points fewer 105%" })).toBeVisible();
  expect(screen.getByRole("row", { name: /3 smaller groups together 12 75% as everybody/ })).toBeVisible();
  expect(screen.getByRole("row", { name: /Level 4 12 75% 12 points more/ })).toBeVisible();
  expect(screen.queryByRole("table", { name: "Site" })).toBeNull();
});

test("says that there is nothing to compare in a small programme", async () => {
  await render(<FairnessTables audit={{ ...audit, people: 0, divisions: [] }} />);
  expect(screen.getByText(/Too few people/)).toBeVisible();
});

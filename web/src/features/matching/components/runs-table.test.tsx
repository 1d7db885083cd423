import type { MatchRun } from "features/matching/api/match-runs";
import { RunsTable } from "features/matching/components/runs-table";
import { render, screen } from "testing/render";
import { answers, example, refuses } from "testing/server";
import { expect, it } from "vitest";

const recorded = example<MatchRun>("match-runs/match_run");
const earlier: MatchRun = {
  ...recorded,
  id: "4f9b6d0e-0000-4000-8000-000000000002",
  number: 3,
  state: "withdrawn",
  objective: "stable",
  report: null,
  started_by: null,
  created_at: "2026-11-22T09:30:00Z",
};

it("tells of every run when, by whom, what it looked for and what came of it", async () => {
  answers("get", "/api/match-runs", {
    items: [{ ...recorded, number: 4, started_by: "Jo Byrne" }, earlier],
    next_cursor: null,
  });
  const { user, path } = await render(<RunsTable programmeId="p-1" />);
  const rows = (await screen.findAllByRole("row")).slice(1).map((row) => row.textContent);
  expect(rows[0]).toMatch(/No. 4.*Jo Byrne.*most people, then most benefit.*2.*draft/);
  expect(rows[1]).toMatch(/No. 3.*2026.*9:30.*who has left.*no two who would rather.*–.*taken back/);
  await user.click(screen.getByRole("link", { name: "No. 3" }));
  expect(path()).toBe(`/programmes/p-1/matching/${earlier.id}`);
});

it("says that there is none yet, without fields to look in", async () => {
  answers("get", "/api/match-runs", { items: [], next_cursor: null });
  await render(<RunsTable programmeId="p-1" />);
  expect(await screen.findByText(/Nobody has looked for pairs yet/)).toBeVisible();
  expect(screen.queryByLabelText("Find a number")).toBeNull();
});

it("says what is broken", async () => {
  refuses("get", "/api/match-runs", 500, "broken");
  await render(<RunsTable programmeId="p-1" />);
  expect(await screen.findByRole("button", { name: "Try again" })).toBeVisible();
});

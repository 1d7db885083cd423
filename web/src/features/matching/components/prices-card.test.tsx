import { within } from "@testing-library/react";
import type { Prices } from "features/matching/api/prices";
import { PricesCard } from "features/matching/components/prices-card";
import { render, screen } from "testing/render";
import { answers, example } from "testing/server";
import { couple } from "testing/trial";
import { expect, it } from "vitest";

const path = "/api/match-runs/r-1/prices";
const run = (pairs: number) =>
  ({ ...example<object>("match-runs/match_run"), id: "r-1", report: { pairs }, objective: "fair" }) as never;
const large = run(31);
const price = (pairs_more: number, mean_more: number | null = 0) => ({
  pairs_more,
  people_more: 2 * pairs_more,
  mean_more,
});
const gains = { mentor_mean: 640, mentee_mean: 655, least: 310, blocking_pairs: 4 };
const prices = (more: Partial<Prices> = {}): Prices => ({
  state: "ready",
  progress: { state: "", done: 0, total: 0 },
  objectives: (["best", "fair", "stable", "balanced"] as const).map((objective, at) => ({
    objective,
    pairs: 40 - at,
    mentors_reached: 40 - at,
    mentees_reached: 40 - at,
    gains,
  })),
  rules: [
    { rule: "department", price: price(3) },
    { rule: "site", price: price(0, 24) },
  ],
  keeping: price(0, -30),
  wishes: [{ wish: "apart", ...couple("Ana", "Sofia"), price: price(-1) }],
  has_more_wishes: false,
  ...more,
});

const tableOf = (name: string) => screen.findByRole("table", { name });
const rowsOf = (table: HTMLElement) => within(table).getAllByRole("row").slice(1);

it("sets the four side by side, and marks the one that was looked for", async () => {
  answers("get", path, prices());
  await render(<PricesCard run={large} called={undefined} />);
  const rows = rowsOf(await tableOf("What each would give"));
  expect(rows).toHaveLength(4);
  expect(rows[1]).toHaveTextContent("this search");
  expect(rows[0]).not.toHaveTextContent("this search");
  expect(within(rows[0] as HTMLElement).getAllByRole("cell")[1]).toHaveTextContent("40");
  expect(within(rows[0] as HTMLElement).getAllByRole("cell")[4]).toHaveTextContent("64");
});

it("says what each rule, each wish and what is kept costs, pairs first", async () => {
  answers("get", path, prices());
  await render(<PricesCard run={large} called={undefined} />);
  const rows = rowsOf(await tableOf("If one of them were left out"));
  expect(rows.map((row) => within(row).getAllByRole("cell")[1]?.textContent)).toEqual([
    expect.stringContaining("3 pairs more"),
    expect.stringContaining("as many pairs; a pair gains 2 of 100 more on average"),
    expect.stringContaining("as many pairs; a pair gains 3 of 100 less on average"),
    expect.stringContaining("one pair fewer"),
  ]);
  expect(rows[3]).toHaveTextContent("Ana and Sofia apart");
});

it("shows whoever takes part pairs and people alone", async () => {
  const objectives = prices().objectives.map((one) => ({ ...one, gains: null }));
  answers(
    "get",
    path,
    prices({ objectives, rules: [{ rule: "site", price: price(0, null) }], keeping: null }),
  );
  await render(<PricesCard run={large} called={undefined} />);
  expect(within(await tableOf("What each would give")).getAllByRole("columnheader")).toHaveLength(3);
  expect(screen.queryByText(/What is gained is a figure/)).toBeNull();
  expect(rowsOf(await tableOf("If one of them were left out"))[0]).toHaveTextContent("as many pairs");
});

it("asks again until they are worked out", async () => {
  answers("get", path, prices({ state: "working", objectives: [] }));
  await render(<PricesCard run={large} called={undefined} />);
  expect(await screen.findByText(/is being worked out/)).toBeVisible();
  answers("get", path, prices());
  expect(await screen.findByRole("table", { name: "What each would give" }, { timeout: 3000 })).toBeVisible();
});

it("stays shut for a small programme, and says so when there are none", async () => {
  const sent = answers("get", path, prices({ state: "none" }));
  const { user } = await render(<PricesCard run={run(30)} called={undefined} />);
  expect(sent).toEqual([]);
  await user.click(screen.getByText(/How this was found/));
  expect(await screen.findByText(/has not been worked out/)).toBeVisible();
});

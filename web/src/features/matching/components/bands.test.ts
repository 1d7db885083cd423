import type { RunLeftover, RunPair } from "features/matching/api/match-run-lists";
import { bandsOf } from "features/matching/components/bands";
import { expect, it } from "vitest";

const pair = (from: string | null, to: string | null) =>
  ({ mentor: { department: from }, mentee: { department: to } }) as RunPair;
const left = (side: "mentor" | "mentee", department: string | null) =>
  ({ side, person: { department } }) as RunLeftover;
const figures = (groups: ReturnType<typeof bandsOf>["mentors"]) =>
  groups.map(({ kind, name, pairs, alone }) => [kind, name, pairs, alone]);

it("counts the pairs between each two departments, the most first", () => {
  const { bands, across } = bandsOf(
    [pair("Stores", "Finance"), pair("Stores", "Stores"), pair("Stores", "Finance"), pair(null, "Finance")],
    [],
  );
  expect(bands.map(({ from, to, pairs }) => [from.name, to.name, pairs.length])).toEqual([
    ["Stores", "Finance", 2],
    ["Stores", "Stores", 1],
    ["", "Finance", 1],
  ]);
  // Where a department is not known, nobody knows whether it is another one.
  expect(across).toBe(2);
});

it("keeps who has no partner beside their department, and the unknown last", () => {
  const { mentors, mentees } = bandsOf(
    [pair("Stores", "Finance")],
    [left("mentor", null), left("mentor", "Buying"), left("mentee", "Finance")],
  );
  expect(figures(mentors)).toEqual([
    ["department", "Buying", 0, 1],
    ["department", "Stores", 1, 0],
    ["unknown", "", 0, 1],
  ]);
  expect(figures(mentees)).toEqual([["department", "Finance", 1, 1]]);
});

it("takes the smallest departments together, but never one alone", () => {
  const of = (count: number) =>
    Array.from({ length: count }, (_, at) =>
      Array(count - at).fill(pair(`Unit ${at + 10}`, "Finance")),
    ).flat();
  // Ten stand by themselves: Finance, which all want, and the nine largest others.
  expect(figures(bandsOf(of(13), []).mentors).at(-1)).toEqual(["rest", "4", 1 + 2 + 3 + 4, 0]);
  expect(bandsOf(of(10), []).mentors.map(({ kind }) => kind)).not.toContain("rest");
});

it("draws nothing of nobody", () => {
  expect(bandsOf([], [])).toEqual({ mentors: [], mentees: [], bands: [], across: 0 });
});

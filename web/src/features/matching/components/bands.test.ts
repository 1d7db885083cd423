import type { RunBands } from "features/matching/api/run-bands";
import { bandsOf } from "features/matching/components/bands";
import { example } from "testing/server";
import { expect, it } from "vitest";

it("joins each band to the group it begins at and the one it ends at", () => {
  const answer = example<RunBands>("match-runs/bands");
  const { mentors, mentees, bands } = bandsOf(answer);
  expect(mentors.length + mentees.length).toBe(answer.groups.length);
  expect(bands.map(({ from, to, pairs }) => [from.key, to.key, pairs])).toEqual(
    answer.bands.map(({ mentor_group, mentee_group, pairs }) => [mentor_group, mentee_group, pairs]),
  );
  expect(bands.every(({ from, to }) => from.side === "mentor" && to.side === "mentee")).toBe(true);
});

it("draws nothing of nobody", () => {
  expect(bandsOf({ groups: [], bands: [] })).toEqual({ mentors: [], mentees: [], bands: [] });
});

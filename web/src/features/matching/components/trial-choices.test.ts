import {
  choicesOf,
  counts,
  isSame,
  shareOf,
  trialOf,
  withChoices,
} from "features/matching/components/trial-choices";
import { aSetUp } from "testing/programme";
import { expect, it } from "vitest";

const { settings } = aSetUp();

it("begins with what the programme has, and changes nothing by itself", () => {
  const choices = choicesOf(settings, "fair");
  expect(choices.objective).toBe("fair");
  expect(withChoices(settings, choices)).toEqual(settings);
  expect(isSame(choices, choicesOf(settings, "fair"))).toBe(true);
});

it("says how much of a benefit each part makes", () => {
  const weights = { topics: 60, style: 20, distance: 0, times: 0 };
  expect(shareOf(weights, "topics")).toBe(75);
  expect(shareOf(weights, "distance")).toBe(0);
  expect(shareOf({ topics: 0, style: 0, distance: 0, times: 0 }, "style")).toBe(0);
});

it("knows when nothing counts", () => {
  expect(counts({ topics: 0, style: 0, distance: 0, times: 1 })).toBe(true);
  expect(counts({ topics: 0, style: 0, distance: 0, times: 0 })).toBe(false);
});

it("is held against the run it began with", () => {
  expect(trialOf("r-1", choicesOf(settings, "best"))).toMatchObject({
    compared_with: "r-1",
    rules: { site_rule: "any", needs_common_time: true },
  });
});

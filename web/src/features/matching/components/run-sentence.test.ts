import type { MatchRun } from "features/matching/api/match-runs";
import { sentenceOf, standsOf } from "features/matching/components/run-sentence";
import type { Speak } from "lib/i18n/say";
import { example } from "testing/server";
import { expect, it } from "vitest";

const say = ((key: string) => key) as Speak;
const run = (more: Partial<MatchRun>, report: object = {}) => {
  const one = example<MatchRun>("match-runs/match_run");
  return { ...one, report: one.report && { ...one.report, ...report }, ...more } as MatchRun;
};
const here = { isCurrent: true, closesOn: undefined };

it("promises nothing to nobody", () => {
  const nobody = { mentors: 0, mentees: 0, mentors_reached: 0, mentees_reached: 0, pairs: 0 };
  expect(sentenceOf(say, run({ scope: "rest" }, nobody))).toBe("matching.nobody_left");
  expect(sentenceOf(say, run({}, nobody))).toBe("matching.nobody_here");
  expect(sentenceOf(say, run({}, { ...nobody, mentors: 3 }))).toBe("matching.nobody_paired");
  expect(sentenceOf(say, run({}))).toBe("matching.run_sentence");
});

it("says that publishing was undone", () => {
  const publication = {
    state: "undone",
    started_at: "",
    started_by: "Jo",
    sends_at: "",
    trouble: null,
  } as const;
  const undone = run({ state: "draft", allowed_actions: ["publish"], publication });
  expect(standsOf(say, undone, here)).toBe("matching.stands_undone");
});

it("says why a draft cannot be published yet", () => {
  const waits = run({ state: "draft", allowed_actions: [] });
  expect(standsOf(say, waits, here)).toBe("matching.stands_behind_a_round");
  expect(standsOf(say, waits, { ...here, isCurrent: false })).toBe("matching.stands_draft");
  expect(standsOf(say, run({ state: "draft", allowed_actions: ["publish"] }), here)).toBe(
    "matching.stands_draft",
  );
});

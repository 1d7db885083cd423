import type { MatchRun } from "features/matching/api/match-runs";
import type { NewTrial } from "features/matching/api/trials";
import type { WishedCouple } from "features/matching/api/wishes";
import type { Shape } from "lib/api-client/api";

export type Objective = MatchRun["objective"];
type Weights = Shape<"Weights">;
export type TriedRules = Shape<"TriedRulesRequest">;

/** What a coordinator may try, and keep for the programme. */
export interface Choices {
  objective: Objective;
  weights: Weights;
  rules: TriedRules;
  /** Kept together or apart in every run, but not in this one. */
  leftOut: WishedCouple[];
}

export const parts = ["topics", "style", "distance", "times"] as const;

/** As the programme has them now, looking for what the run looked for. */
export function choicesOf(settings: Shape<"Settings">, objective: Objective): Choices {
  return {
    objective,
    weights: settings.weights,
    rules: {
      level_gap_least: settings.level_gap_least,
      level_gap_most: settings.level_gap_most,
      department_rule: settings.department_rule,
      site_rule: settings.site_rule,
      needs_common_time: settings.needs_common_time,
      needs_common_language: settings.needs_common_language,
    },
    leftOut: [],
  };
}

/** The settings with these choices in them. */
export const withChoices = (settings: Shape<"Settings">, { weights, rules }: Choices): Shape<"Settings"> => ({
  ...settings,
  ...rules,
  level_gap_least: rules.level_gap_least ?? null,
  level_gap_most: rules.level_gap_most ?? null,
  weights,
});

export const counts = (weights: Weights) => parts.some((part) => weights[part] > 0);

/** How much of a benefit a part makes, in whole per cent. */
export function shareOf(weights: Weights, part: (typeof parts)[number]): number {
  const all = parts.reduce((sum, one) => sum + weights[one], 0);
  return all === 0 ? 0 : Math.round((100 * weights[part]) / all);
}

const couplesOf = (wishes: WishedCouple[], kind: WishedCouple["wish"]) =>
  wishes
    .filter(({ wish }) => wish === kind)
    .map(({ mentor, mentee }) => ({ mentor_id: mentor.id, mentee_id: mentee.id }));

export const trialOf = (runId: string, { objective, weights, rules, leftOut }: Choices): NewTrial => ({
  compared_with: runId,
  objective,
  weights,
  rules,
  no_longer_together: couplesOf(leftOut, "together"),
  no_longer_apart: couplesOf(leftOut, "apart"),
});

export const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

export const isSameWish = (one: WishedCouple, other: WishedCouple) =>
  one.wish === other.wish && one.mentor.id === other.mentor.id && one.mentee.id === other.mentee.id;

/** Leaves a wish out, or lets it stand again. */
export const withWish = (choices: Choices, wish: WishedCouple, stands: boolean): Choices => {
  const others = choices.leftOut.filter((one) => !isSameWish(one, wish));
  return { ...choices, leftOut: stands ? others : [...others, wish] };
};

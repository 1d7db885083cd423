import type { ProgrammeSetUp } from "features/programme/api/show-set-up";
import type { Shape } from "lib/api-client/api";
import type { ReactNode } from "react";

/** The steps of the guide, in the order in which they are offered; any may be left and taken up again. */
export const setUpSteps = [
  "purpose",
  "aims",
  "sponsor",
  "dates",
  "people",
  "rules",
  "words",
  "ready",
] as const;
export type SetUpStep = (typeof setUpSteps)[number];

/** Where each thing that is still missing is mended. */
export const stepOf: Record<ProgrammeSetUp["missing"][number], SetUpStep> = {
  purpose: "purpose",
  results_use: "purpose",
  aims: "aims",
  shorter_questions: "aims",
  end: "dates",
  sponsor: "sponsor",
  second_coordinator: "sponsor",
  confidential_contacts: "ready",
};

export function stepNamed(name: string | undefined): SetUpStep | undefined {
  return setUpSteps.find((one) => one === name);
}

/** The first step that still needs something of the coordinator; a sponsor who was asked needs waiting alone. */
export function firstOpenStep(setUp: ProgrammeSetUp): SetUpStep {
  const needed = setUp.missing
    .filter((one) => !(one === "sponsor" && setUp.sponsor))
    .map((one) => stepOf[one]);
  return setUpSteps.find((one) => needed.includes(one)) ?? "ready";
}

/** Nothing is missing, and the enrolment has not been opened yet. */
export const mayOpen = (setUp: ProgrammeSetUp) =>
  setUp.state === "draft" && setUp.allowed_actions.includes("enrol");

/** What every step of the guide gets. */
export interface StepProps {
  setUp: ProgrammeSetUp;
  onDone: () => void;
  /** The other ways out of it, to stand beside the button that goes on. */
  ways?: ReactNode;
}

/** The name by which a step keeps what was typed and not saved. */
export const unsentStep = (setUp: ProgrammeSetUp, step: SetUpStep) => `set_up.${setUp.id}.${step}`;

type SetUpInput = Shape<"SetUpInputRequest">;

/** The document as it was read, with what one step changed. */
export function changed(setUp: ProgrammeSetUp, change: Partial<SetUpInput>): SetUpInput {
  const { version, settings, aims, words, eligibility, opened_tops } = setUp;
  return { version, settings, aims, words, eligibility, opened_tops, ...change };
}

/** An empty field is nothing. */
export const orNull = (text: string) => (text.trim() === "" ? null : text.trim());

/** What was typed as a number; the server says what is wrong with what is none. */
export const asNumber = (typed: number | string) => (typed === "" ? null : Number(typed)) as number;

import type { MatchRun } from "features/matching/api/match-runs";
import type { Speak } from "lib/i18n/say";

/** How many people a run looked at. */
export const peopleIn = ({ report }: MatchRun) => (report ? report.mentors + report.mentees : 0);

/** What a run found, or where it stands, in one sentence. */
export function sentenceOf(say: Speak, run: MatchRun | undefined): string {
  if (!run) return say("matching.no_run");
  if (run.trouble) return say("matching.run_too_few_moves", { least: run.trouble.least ?? 0 });
  if (!run.report) return say(`matching.run_${run.state}`, { number: run.number });
  const people = peopleIn(run);
  const reached = run.report.mentors_reached + run.report.mentees_reached;
  if (people === 0) return say(run.scope === "rest" ? "matching.nobody_left" : "matching.nobody_here");
  if (reached === 0) return say("matching.nobody_paired", { people });
  return say("matching.run_sentence", { reached, people });
}

interface Around {
  /** It is the newest one, and its programme is one in which people are matched. */
  isCurrent: boolean;
  /** The last day of answers, as one says it. */
  closesOn: string | undefined;
}

/** What stands below that sentence: who has been told, and what can be done. */
export function standsOf(say: Speak, run: MatchRun, { isCurrent, closesOn }: Around): string {
  if (run.state === "published" && closesOn !== undefined) {
    // While answers are open the suggestions can be taken back; afterwards everybody has been told.
    const isOpen = run.allowed_actions.includes("withdraw");
    return say(isOpen ? "matching.published_until" : "matching.published_closed", { when: closesOn });
  }
  if (run.trouble) return say("matching.stands_too_few_moves");
  if (
    run.state === "draft" &&
    isCurrent &&
    run.report?.pairs !== 0 &&
    !run.allowed_actions.includes("publish")
  )
    return say("matching.stands_behind_a_round", { number: run.number });
  if (run.state === "draft" && run.publication?.state === "undone")
    return say("matching.stands_undone", { number: run.number });
  return say(`matching.stands_${run.state}`, { number: run.number });
}

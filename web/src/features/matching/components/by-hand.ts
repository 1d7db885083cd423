import type { Couple } from "features/matching/api/by-hand";
import type { NewTrial, Trial } from "features/matching/api/trials";
import type { Side } from "lib/i18n/called";

export interface Named {
  id: string;
  name: string;
}

/** Two people of a run. */
export interface Pair {
  mentor: Named;
  mentee: Named;
}

/** What a coordinator makes by hand: somebody of a pair gets someone else, or two people are joined. */
export type ByHand = { pair: Pair & { is_locked: boolean } } | { join: Pair };

export const coupleOf = ({ mentor, mentee }: Pair): Couple => ({
  mentor_id: mentor.id,
  mentee_id: mentee.id,
});

export const isSamePair = (one: Pair, other: Pair) =>
  one.mentor.id === other.mentor.id && one.mentee.id === other.mentee.id;

/** `keeps` stays and gets `other`, who stands on the opposite side. */
export const joined = (side: Side, keeps: Named, other: Named): Pair =>
  side === "mentor" ? { mentor: keeps, mentee: other } : { mentor: other, mentee: keeps };

export const handTrial = (runId: string, together: Pair[], released: Pair[]): NewTrial => ({
  compared_with: runId,
  together: together.map(coupleOf),
  no_longer_together: released.map(coupleOf),
});

/**
 * The pair of those whom a new pair leaves alone: whoever loses the one and whoever loses the other. Nothing where only
 * one of the two had a partner.
 */
export function swapOf(made: Pair, difference: Trial["difference"]): Pair | undefined {
  const lost = difference?.lost ?? [];
  const mentee = lost.find((one) => one.mentor.id === made.mentor.id)?.mentee;
  const mentor = lost.find((one) => one.mentee.id === made.mentee.id)?.mentor;
  return mentor && mentee ? { mentor, mentee } : undefined;
}

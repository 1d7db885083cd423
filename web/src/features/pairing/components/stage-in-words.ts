import type { Pairing } from "features/pairing/api/show-pairing";
import type { Speak } from "lib/i18n/say";

/** Two who met before the programme came here, and have not yet said both that it goes on. */
export const isToBeConfirmed = ({ origin, stage }: Pairing) => origin === "brought" && stage === "exploring";

/** A reorganisation has put the two in one line, and this one has not yet said that they would go on knowingly. */
const isAskedAboutLine = ({ allowed_actions }: Pairing) => allowed_actions.includes("go_on_knowingly");

/** A reorganisation has put the two in one line, and the three who are asked have not settled it. */
export const linesMeet = ({ mirror }: Pairing) =>
  mirror.line?.lines_met != null && mirror.line.lines_met !== "settled";

/** Where the two stand, as a sentence. */
export function stageInWords(say: Speak, pairing: Pairing, partner: string): string {
  if (isAskedAboutLine(pairing)) return say("lines_met.sentence", { partner });
  return say(isToBeConfirmed(pairing) ? "pairing.sentence_brought" : `pairing.sentence_${pairing.stage}`, {
    partner,
  });
}

import type { Shape } from "lib/api-client/api";
import { useSay } from "lib/i18n/say";

/** What a programme and its two sides are called, in the reader's language; the server says it with every answer. */
export type Called = Shape<"Called">;
export type Side = "mentor" | "mentee";

export const otherSide = (side: Side): Side => (side === "mentor" ? "mentee" : "mentor");

/**
 * The labels of the two sides. A programme's own word stands as a label or after a colon, never inside a sentence
 * (rules G2); in a message its place is `{called}`, which the lint watches.
 */
export function useLabels(called: Pick<Called, Side> | undefined) {
  const say = useSay();
  const own = (side: Side) => called?.[side] ?? undefined;
  const withWord = (side: Side, words: (called: string) => string) => {
    const word = own(side);
    return word === undefined ? undefined : words(word);
  };
  return {
    /** The programme's own word, where it has one. */
    own,
    /** The own word, or what everybody says: for a list, a filter, a choice. */
    of: (side: Side) => own(side) ?? say(`called.side_${side}`),
    /** The same over a column. */
    head: (side: Side) => own(side) ?? say(side === "mentor" ? "called.brings" : "called.wants"),
    /** "You: Partner A", where there is a word. */
    you: (side: Side) => withWord(side, (word) => say("called.you", { called: word })),
    /** "Partner A: 3", where there is a word. */
    count: (side: Side, count: number) =>
      withWord(side, (word) => say("called.count", { called: word, count })),
    /** "Partner A: I know something …", or these words alone. */
    choice: (side: Side, words: string) =>
      withWord(side, (word) => say("called.choice", { called: word, words })) ?? words,
  };
}

/** The line above a page of one's own: "Compass · You: Partner A". */
export function useCalledLine(called: Called, side: Side): string {
  const { you } = useLabels(called);
  return [called.name, you(side)].filter(Boolean).join(" · ");
}

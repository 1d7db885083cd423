import type { Remedy } from "features/matching/api/remedies";
import { useKnows, useSay } from "lib/i18n/say";
import { useIntl } from "react-intl";

// More names than this say less than how many they are.
const mostNames = 5;

/** A change that would give somebody a partner, as a sentence a coordinator can act on. */
export function useRemedyInWords() {
  const say = useSay();
  const knows = useKnows();
  const intl = useIntl();
  const named = (people: Remedy["people"], type: "conjunction" | "disjunction") => {
    const names = people.slice(0, mostNames).map(({ name }) => name);
    const more = people.length - names.length;
    return intl.formatList(more > 0 ? [...names, say("matching.so_many_more", { count: more })] : names, {
      type,
    });
  };
  return (remedy: Remedy, name: string): string => {
    const { kind, number, people, department, rule } = remedy;
    if (kind === "place_with_any") {
      const names = named(people, "disjunction");
      return department
        ? say("matching.remedy_place_in", { department, names })
        : say("matching.remedy_place", { names });
    }
    if (kind === "places_with_each")
      return say("matching.remedy_places", {
        count: number,
        people: people.length,
        names: named(people, "conjunction"),
      });
    if (kind === "no_longer_apart")
      return say("matching.remedy_apart", { name, other: people[0]?.name ?? "" });
    if (kind === "no_longer_together")
      return say("matching.remedy_together", { one: people[0]?.name ?? "", other: people[1]?.name ?? "" });
    if (rule === "level_gap") return sentenceOfGap(say, remedy);
    const leftOut = `matching.remedy_rule_${rule}`;
    return knows(leftOut) ? say(leftOut) : "";
  };
}

type Gap = Pick<Remedy, "gap_least" | "gap_most">;

/** The levels as the programme would ask for them. */
export function sentenceOfGap(
  say: ReturnType<typeof useSay>,
  { gap_least: least, gap_most: most }: Gap,
): string {
  if (least !== null && most !== null) return say("matching.remedy_gap_between", { least, most });
  if (least !== null) return say("matching.remedy_gap_least", { least });
  return say("matching.remedy_gap_most", { most: most ?? 0 });
}

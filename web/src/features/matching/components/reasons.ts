import type { Shape } from "lib/api-client/api";
import { useKnows, useSay } from "lib/i18n/say";

export type Reason = Shape<"ReasonShown">;
export type Leftover = Shape<"LeftoverShown">;

/** The name of a topic of the catalogue, by its key; free words are their own names. */
export type TopicName = (key: string) => string;

// From here on a count of hours says less than that there is no lack of them. The number counts half hours.
const manyHalfHours = 16;

const keyOf = ({ code, number, style }: Reason) => {
  if (code === "same_style") return `matching.reason_same_style_${number}_${style}`;
  if (code === "common_time" && (number ?? 0) >= manyHalfHours) return "matching.reason_common_time_many";
  return `matching.reason_${code}`;
};

/** A reason as a sentence, or as the name of a topic. */
export function useReasonInWords(topicName: TopicName) {
  const say = useSay();
  const knows = useKnows();
  return (reason: Reason): string => {
    const key = keyOf(reason);
    if (!knows(key)) return "";
    return say(key, {
      topic: reason.topic ? topicName(reason.topic) : "",
      other: reason.other_topic ? topicName(reason.other_topic) : "",
      hours: (reason.number ?? 0) / 2,
      steps: reason.number ?? 0,
    });
  };
}

export function useRuleInWords() {
  const say = useSay();
  const knows = useKnows();
  return (rule: string): string => {
    const key = `matching.rule_${rule}`;
    return knows(key) ? say(key) : say("matching.rule_not_available");
  };
}

/** Why somebody has no partner yet, with the numbers. */
export function useLeftoverInWords() {
  const say = useSay();
  const ruleInWords = useRuleInWords();
  return ({ code, could_meet, rule, taken, department, kept_apart }: Leftover): string => {
    if (code === "no_places") return say("matching.left_no_places");
    if (code === "kept_apart") return say("matching.left_kept_apart", { count: kept_apart ?? 0 });
    if (code === "all_taken") {
      return department
        ? say("matching.left_all_taken_in", { count: could_meet, department })
        : say("matching.left_all_taken", { count: could_meet });
    }
    if (rule === "not_available") return say("matching.left_not_available");
    return rule
      ? say("matching.left_nobody_by", { count: taken, rule: ruleInWords(rule) })
      : say("matching.left_nobody");
  };
}

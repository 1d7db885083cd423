import { useAimNames } from "features/representative/api/settings";
import { useDates } from "lib/dates/dates";
import { useLanguageNames } from "lib/i18n/language-names";
import { useKnows, useSay } from "lib/i18n/say";

export const signs = ["not_booked", "not_met", "gap", "changed", "no_next_date", "unanswered"] as const;

interface Threshold {
  amber: number;
  red: number;
}
interface Who {
  levels: number[];
  departments: string[];
  sites: string[];
}

/** A setting by its name and its value in words, as the log, a proposal and the page of settings say them. */
export function useSettingWords() {
  const say = useSay();
  const knows = useKnows();
  const dates = useDates();
  const nameOf = useLanguageNames();
  const aims = useAimNames().data?.aims ?? [];

  const label = (setting: string) => {
    const key = `setting.${setting}`;
    return knows(key) ? say(key) : setting;
  };
  const whoIs = (who: Who) => [
    ...who.levels.map((level) => say("setting_value.level", { level })),
    ...who.departments,
    ...who.sites,
  ];
  const ofKind: Record<string, (value: never) => string> = {
    language: (tag: string) => nameOf(tag),
    weights: (weights: Record<string, number>) =>
      Object.entries(weights)
        .map(([part, many]) => {
          const key = `setting_value.weights.${part}`;
          return knows(key) ? say(key, { many }) : "";
        })
        .join(", "),
    aims: (chosen: { aim: string }[]) =>
      chosen.map((one) => aims.find(({ key }) => key === one.aim)?.name ?? one.aim).join("; "),
    words: (all: { language: string }[]) => all.map((one) => nameOf(one.language)).join(", "),
    eligibility: ({ mentor, mentee }: { mentor: Who; mentee: Who }) =>
      [
        whoIs(mentor).length > 0 ? say("setting_value.bringing", { who: whoIs(mentor).join(", ") }) : "",
        whoIs(mentee).length > 0 ? say("setting_value.wanting", { who: whoIs(mentee).join(", ") }) : "",
      ]
        .filter(Boolean)
        .join("; ") || say("setting_value.everybody"),
    opened_tops: (many: number) => say("setting_value.people", { many }),
    sign_thresholds: (thresholds: Record<(typeof signs)[number], Threshold>) =>
      signs
        .map(
          (sign) =>
            `${say(`setting_value.sign.${sign}`)} ${thresholds[sign].amber} / ${thresholds[sign].red}`,
        )
        .join("; "),
    preparation: (modules: unknown[]) => say("setting_value.pieces", { many: modules.length }),
  };
  const plain = (setting: string, value: unknown): string => {
    if (typeof value === "boolean") return say(value ? "setting_value.yes" : "setting_value.no");
    if (typeof value !== "string") return String(value);
    if (/^\d{4}-\d\d-\d\d$/.test(value)) return dates.day(value);
    const key = `setting_value.${setting}.${value}`;
    return knows(key) ? say(key) : value;
  };
  const value = (setting: string, given: unknown): string => {
    if (given === null || given === undefined) return say("setting_value.none");
    const words = ofKind[setting]?.(given as never) ?? plain(setting, given);
    return words === "" ? say("setting_value.none") : words;
  };
  return { label, value };
}

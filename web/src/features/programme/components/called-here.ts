import type { ProgrammeSetUp } from "features/programme/api/show-set-up";
import type { Called } from "lib/i18n/called";

type Words = ProgrammeSetUp["words"][number];

/**
 * What the programme is called in this language, for whoever reads its whole set-up: as the server says it to those who
 * take part, in this language, else in the programme's own, else by its name, and the sides by nothing.
 */
export function calledHere(
  {
    settings,
    words,
  }: Pick<ProgrammeSetUp, "words"> & {
    settings: Pick<ProgrammeSetUp["settings"], "language" | "name" | "purpose">;
  },
  locale: string,
): Called {
  const read = words
    .filter(({ language }) => language === locale || locale.startsWith(`${language}-`))
    .sort((one, other) => other.language.length - one.language.length)[0];
  const own = words.find(({ language }) => language === settings.language);
  const first = <Value>(of: (words: Words) => Value | null | undefined): Value | null =>
    (read && of(read)) ?? (own && of(own)) ?? null;
  return {
    name: first((one) => one.name) ?? settings.name,
    purpose: first((one) => one.purpose) ?? settings.purpose,
    mentor: first((one) => one.mentor?.neutral),
    mentee: first((one) => one.mentee?.neutral),
  };
}

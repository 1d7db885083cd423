import type { ProgrammeSetUp } from "features/programme/api/show-set-up";

/** The labels a programme has for the two sides; without own words in the page's language there are none. */
export interface CalledHere {
  mentor?: string | undefined;
  mentee?: string | undefined;
}

/** What the programme calls its two sides in this language, in the form that fits everybody. */
export function calledHere(setUp: Pick<ProgrammeSetUp, "words"> | undefined, locale: string): CalledHere {
  const own = setUp?.words.find(({ language }) => language === locale.split("-")[0]);
  return { mentor: own?.mentor?.neutral, mentee: own?.mentee?.neutral };
}

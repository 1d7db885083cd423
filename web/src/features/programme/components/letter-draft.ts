import type { ProgrammeSetUp } from "features/programme/api/show-set-up";
import { calledHere } from "features/programme/components/called-here";
import { needsMet } from "features/programme/components/launch-kit";
import { useDates } from "lib/dates/dates";
import { useSay } from "lib/i18n/say";

/** The first words of the sponsor's letter, made of what the set-up says by now; nothing is made up. */
export function useLetterDraft(setUp: ProgrammeSetUp): string {
  const say = useSay();
  const dates = useDates();
  const { settings } = setUp;
  const { name, purpose } = calledHere(setUp, settings.language);
  const met = needsMet(setUp);
  const day = (iso: string | null) => (iso ? dates.day(iso) : "");
  const paragraphs = [
    say("opening_letter.draft_greeting"),
    say("opening_letter.draft_stand", { programme: name }),
    met.has("purpose") && say("launch.purpose", { purpose: purpose ?? "" }),
    say("launch.what"),
    say("launch.not_replacing"),
    say("launch.free"),
    say("launch.working_time"),
    met.has("dates") && say("launch.dates", { starts: day(settings.starts_on), ends: day(settings.ends_on) }),
    met.has("results") && say("opening_letter.draft_results", { results: settings.results_use ?? "" }),
  ];
  return paragraphs.filter(Boolean).join("\n\n");
}

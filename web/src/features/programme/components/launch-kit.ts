import type { ProgrammeSetUp } from "features/programme/api/show-set-up";
import { calledHere } from "features/programme/components/called-here";
import type { MessageKey } from "lib/i18n/say";

/** What a programme is launched with; each is one sheet. */
export const documents = [
  "invitation",
  "supervisors",
  "intranet",
  "questions",
  "slide",
  "poster",
  "representatives",
  "impact",
] as const;
export type LaunchDocument = (typeof documents)[number];

/** What the set-up may not say yet; a line that needs it is left out until then. */
export type Needed = "purpose" | "dates" | "closes" | "results" | "sponsor";

interface Line {
  says: MessageKey;
  as?: "heading" | "item";
  needs?: Needed;
}

const p = (says: MessageKey, needs?: Needed): Line => (needs ? { says, needs } : { says });
const head = (says: MessageKey, needs?: Needed): Line => ({ ...p(says, needs), as: "heading" });
const item = (says: MessageKey): Line => ({ says, as: "item" });

const purpose = p("launch.purpose", "purpose");
const dates = p("launch.dates", "dates");
const stands = p("launch.stands", "sponsor");

/** The lines of each sheet, in their order. */
export const sheets: Record<LaunchDocument, Line[]> = {
  invitation: [
    purpose,
    p("launch.what"),
    p("launch.free"),
    p("launch.working_time"),
    p("launch.supervisor_hears"),
    dates,
    p("launch.closes", "closes"),
    stands,
  ],
  supervisors: [
    p("launch.team"),
    purpose,
    p("launch.what"),
    p("launch.not_replacing"),
    p("launch.working_time"),
    p("launch.one_page"),
    p("launch.unseen"),
    dates,
    p("launch.thanks"),
  ],
  intranet: [
    purpose,
    p("launch.what"),
    p("launch.not_replacing"),
    p("launch.how_you_come_in"),
    p("launch.free"),
    dates,
    stands,
  ],
  questions: [
    head("launch.q_must"),
    p("launch.a_must"),
    head("launch.q_with_whom"),
    p("launch.a_with_whom"),
    head("launch.q_line"),
    p("launch.a_line"),
    head("launch.q_stop"),
    p("launch.a_stop"),
    head("launch.q_reads"),
    p("launch.a_reads"),
    head("launch.q_supervisor"),
    p("launch.supervisor_hears"),
    head("launch.q_time"),
    p("launch.working_time"),
    head("launch.q_wrong"),
    p("launch.a_wrong"),
    head("launch.q_results", "results"),
    p("launch.results", "results"),
  ],
  slide: [
    purpose,
    item("launch.slide_two"),
    item("launch.slide_free"),
    item("launch.slide_private"),
    item("launch.slide_time"),
    dates,
    stands,
  ],
  poster: [p("launch.poster_ask"), purpose, item("launch.slide_two"), item("launch.slide_time"), dates],
  representatives: [
    head("launch.h_what"),
    purpose,
    p("launch.what"),
    p("launch.not_replacing"),
    p("launch.free"),
    p("launch.a_stop"),
    head("launch.h_kept"),
    item("launch.kept_file"),
    item("launch.kept_own"),
    item("launch.kept_pair"),
    item("launch.kept_log"),
    head("launch.h_seen"),
    item("launch.seen_two"),
    item("launch.seen_coordinator"),
    item("launch.seen_sponsor"),
    item("launch.seen_supervisor"),
    item("launch.seen_scores"),
    head("launch.h_long"),
    item("launch.long_pair"),
    item("launch.long_uninvited"),
    p("launch.open_pages"),
    head("launch.q_results", "results"),
    p("launch.results", "results"),
  ],
  impact: [
    head("launch.h_purpose"),
    purpose,
    p("launch.what"),
    head("launch.h_concerned"),
    p("launch.concerned"),
    head("launch.h_kept"),
    item("launch.kept_file"),
    item("launch.kept_own"),
    item("launch.kept_pair"),
    item("launch.kept_log"),
    head("launch.h_basis"),
    p("launch.basis"),
    head("launch.h_seen"),
    item("launch.seen_two"),
    item("launch.seen_coordinator"),
    item("launch.seen_sponsor"),
    item("launch.seen_supervisor"),
    head("launch.h_long"),
    item("launch.long_pair"),
    item("launch.long_uninvited"),
    head("launch.h_risks"),
    item("launch.risk_pressure"),
    item("launch.risk_power"),
    item("launch.risk_reading"),
    item("launch.risk_guessing"),
    head("launch.h_left"),
    p("launch.left"),
  ],
};

/** What the set-up says by now. Nobody reads the name of a sponsor who has not accepted. */
export function needsMet(setUp: ProgrammeSetUp): Set<Needed> {
  const { settings } = setUp;
  const met: Record<Needed, boolean> = {
    purpose: Boolean(calledHere(setUp, settings.language).purpose),
    dates: Boolean(settings.starts_on && settings.ends_on),
    closes: Boolean(settings.enrolment_closes_on),
    results: Boolean(settings.results_use),
    sponsor: Boolean(setUp.sponsor?.accepted_at),
  };
  return new Set((Object.keys(met) as Needed[]).filter((one) => met[one]));
}

/** The sheet as far as the set-up goes, and what is still needed for the rest. */
export function linesOf(document: LaunchDocument, known: ReadonlySet<Needed>) {
  const lines = sheets[document];
  return {
    lines: lines.filter(({ needs }) => !needs || known.has(needs)),
    // A last day to say yes by is a choice, and nothing is missing without one.
    missing: [...new Set(lines.flatMap(({ needs }) => needs ?? []))].filter(
      (need): need is Exclude<Needed, "closes"> => need !== "closes" && !known.has(need),
    ),
  };
}

/**
 * The catalogue is several downloads, by its rooms: a page gets the words that every page has, and the parts it names in
 * the table of `app/router.tsx`. A room that stands nowhere here is on every page. The lint holds pages and parts together.
 */
export const parts = {
  acquaintance: ["acquaintance", "anonymous_round"],
  audit: ["audit"],
  care: ["care", "concern", "contacts", "name_opening", "situation"],
  circle: ["circle"],
  closing: ["closing", "pair_file"],
  holidays: ["holidays"],
  import: ["import"],
  letter: ["letter"],
  matching: ["matching", "prices", "runs", "trial"],
  message: ["picker", "thread", "unnamed"],
  mine: [
    "about_me",
    "draw",
    "exclusions",
    "helps",
    "need",
    "private_topics",
    "stage",
    "style",
    "times",
    "topic",
    "will_not_discuss",
  ],
  guide: ["guide"],
  notebook: ["agenda", "note", "notebook", "prepare", "promise", "show_me"],
  home: ["home", "monday", "notice", "notices", "sponsorship"],
  one_line: ["one_line"],
  pair: [
    "activity",
    "agreement",
    "bring",
    "charter",
    "date",
    "feedback",
    "goals",
    "introduction",
    "kept_dates",
    "lines_met",
    "meeting",
    "pairing",
    "record",
    "rematch",
    "review",
    "survey",
  ],
  people: ["conflicts", "lines", "mails", "password_links", "people", "role_means", "roles"],
  programme: ["enrolments", "invite", "open_call", "programme", "programmes", "sponsor", "topic_board"],
  settings: ["absences", "calendar"],
  set_up: ["aims", "eligibility", "line_outlook", "set_up_programme"],
  timeline: ["timeline"],
} as const satisfies Record<string, readonly string[]>;

export type Part = keyof typeof parts;

/** The part in which a message comes. */
export function partOf(key: string): Part | "common" {
  const room = key.slice(0, key.indexOf("."));
  const found = Object.entries(parts).find(([, rooms]) => (rooms as readonly string[]).includes(room));
  return (found?.[0] as Part | undefined) ?? "common";
}

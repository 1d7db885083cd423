/**
 * The catalogue is several downloads, by its rooms: a page gets the words that every page has, and the parts it names in
 * the table of `app/router.tsx`. A room that stands nowhere here is on every page. The lint holds pages and parts together.
 */
export const parts = {
  acceptance: ["acceptance"],
  agreed: ["agreed", "setting", "setting_value"],
  acquaintance: ["acquaintance", "anonymous_round"],
  agreement: ["agreement", "charter", "rematch"],
  asking: ["asking"],
  audit: ["audit"],
  ballot: ["ballot"],
  bring: ["bring"],
  care: ["care"],
  circle: ["circle"],
  closing: ["closing", "pair_file"],
  concern: ["concern", "name_opening"],
  contacts: ["contacts"],
  date: ["date", "kept_dates"],
  door: ["activation", "forgotten", "join"],
  enrolment: ["enrolment", "exchange", "invitation", "waiting"],
  feedback: ["feedback"],
  front_line: ["front_line"],
  goals: ["goals", "review"],
  guide: ["guide"],
  holidays: ["holidays"],
  home: ["home", "monday", "notice", "notices", "sponsorship"],
  import: ["import"],
  introduction: ["introduction"],
  launch: ["launch"],
  letter: ["letter"],
  matching: ["matching", "runs"],
  meeting: ["activity", "meeting"],
  message: ["picker", "thread"],
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
  news: ["news"],
  notebook: ["agenda", "note", "notebook", "prepare", "promise", "show_me", "topic_cards"],
  one_line: ["one_line"],
  opening_letter: ["opening_letter"],
  open_pages: ["open_pages"],
  pair: ["lines_met", "pairing"],
  people: ["conflicts", "lines", "mails", "password_links", "people", "role_means", "roles"],
  programme: ["enrolments", "invite", "open_call", "programme", "programmes", "sponsor", "topic_board"],
  preparation: ["preparation", "reading"],
  questionnaire: ["questionnaire"],
  record: ["record"],
  released: ["released"],
  results: ["facts", "results"],
  run: ["fairness", "plan", "prices", "trial"],
  set_up: ["aims", "eligibility", "line_outlook", "set_up", "set_up_programme"],
  settings: ["absences", "assistants", "calendar", "settings"],
  situation: ["situation"],
  supervisor: ["supervisor"],
  survey: ["survey"],
  timeline: ["timeline"],
  unnamed: ["unnamed"],
  voice: ["voice"],
} as const satisfies Record<string, readonly string[]>;

export type Part = keyof typeof parts;

/** Written by the server into mails and files, and no download. */
const written: readonly string[] = ["mail", "pair_export"];

const partOfRoom = new Map<string, Part>(
  Object.entries(parts).flatMap(([part, rooms]) => rooms.map((room) => [room, part as Part] as const)),
);

/** The part in which a message comes. */
export function partOf(key: string): Part | "common" | "written" {
  const room = key.slice(0, key.indexOf("."));
  return written.includes(room) ? "written" : (partOfRoom.get(room) ?? "common");
}

import type { Part } from "lib/i18n/parts";

type Catalogue = Record<string, string>;

interface File {
  default: Catalogue;
}

type Files = Record<string, () => Promise<File>>;

// A language exists as soon as `locales/<tag>.json` does. The bundler wants each of these written out.
const catalogues: Record<Part | "common", Files> = {
  common: import.meta.glob<File>("../../../../locales/*.json", { query: "?part=common" }),
  acceptance: import.meta.glob<File>("../../../../locales/*.json", { query: "?part=acceptance" }),
  acquaintance: import.meta.glob<File>("../../../../locales/*.json", { query: "?part=acquaintance" }),
  agreed: import.meta.glob<File>("../../../../locales/*.json", { query: "?part=agreed" }),
  agreement: import.meta.glob<File>("../../../../locales/*.json", { query: "?part=agreement" }),
  asking: import.meta.glob<File>("../../../../locales/*.json", { query: "?part=asking" }),
  audit: import.meta.glob<File>("../../../../locales/*.json", { query: "?part=audit" }),
  bring: import.meta.glob<File>("../../../../locales/*.json", { query: "?part=bring" }),
  ballot: import.meta.glob<File>("../../../../locales/*.json", { query: "?part=ballot" }),
  care: import.meta.glob<File>("../../../../locales/*.json", { query: "?part=care" }),
  circle: import.meta.glob<File>("../../../../locales/*.json", { query: "?part=circle" }),
  closing: import.meta.glob<File>("../../../../locales/*.json", { query: "?part=closing" }),
  concern: import.meta.glob<File>("../../../../locales/*.json", { query: "?part=concern" }),
  contacts: import.meta.glob<File>("../../../../locales/*.json", { query: "?part=contacts" }),
  date: import.meta.glob<File>("../../../../locales/*.json", { query: "?part=date" }),
  door: import.meta.glob<File>("../../../../locales/*.json", { query: "?part=door" }),
  enrolment: import.meta.glob<File>("../../../../locales/*.json", { query: "?part=enrolment" }),
  feedback: import.meta.glob<File>("../../../../locales/*.json", { query: "?part=feedback" }),
  front_line: import.meta.glob<File>("../../../../locales/*.json", { query: "?part=front_line" }),
  goals: import.meta.glob<File>("../../../../locales/*.json", { query: "?part=goals" }),
  guide: import.meta.glob<File>("../../../../locales/*.json", { query: "?part=guide" }),
  holidays: import.meta.glob<File>("../../../../locales/*.json", { query: "?part=holidays" }),
  home: import.meta.glob<File>("../../../../locales/*.json", { query: "?part=home" }),
  import: import.meta.glob<File>("../../../../locales/*.json", { query: "?part=import" }),
  introduction: import.meta.glob<File>("../../../../locales/*.json", { query: "?part=introduction" }),
  launch: import.meta.glob<File>("../../../../locales/*.json", { query: "?part=launch" }),
  letter: import.meta.glob<File>("../../../../locales/*.json", { query: "?part=letter" }),
  matching: import.meta.glob<File>("../../../../locales/*.json", { query: "?part=matching" }),
  meeting: import.meta.glob<File>("../../../../locales/*.json", { query: "?part=meeting" }),
  message: import.meta.glob<File>("../../../../locales/*.json", { query: "?part=message" }),
  mine: import.meta.glob<File>("../../../../locales/*.json", { query: "?part=mine" }),
  news: import.meta.glob<File>("../../../../locales/*.json", { query: "?part=news" }),
  notebook: import.meta.glob<File>("../../../../locales/*.json", { query: "?part=notebook" }),
  one_line: import.meta.glob<File>("../../../../locales/*.json", { query: "?part=one_line" }),
  opening_letter: import.meta.glob<File>("../../../../locales/*.json", { query: "?part=opening_letter" }),
  open_pages: import.meta.glob<File>("../../../../locales/*.json", { query: "?part=open_pages" }),
  pair: import.meta.glob<File>("../../../../locales/*.json", { query: "?part=pair" }),
  people: import.meta.glob<File>("../../../../locales/*.json", { query: "?part=people" }),
  programme: import.meta.glob<File>("../../../../locales/*.json", { query: "?part=programme" }),
  preparation: import.meta.glob<File>("../../../../locales/*.json", { query: "?part=preparation" }),
  questionnaire: import.meta.glob<File>("../../../../locales/*.json", { query: "?part=questionnaire" }),
  record: import.meta.glob<File>("../../../../locales/*.json", { query: "?part=record" }),
  released: import.meta.glob<File>("../../../../locales/*.json", { query: "?part=released" }),
  results: import.meta.glob<File>("../../../../locales/*.json", { query: "?part=results" }),
  run: import.meta.glob<File>("../../../../locales/*.json", { query: "?part=run" }),
  set_up: import.meta.glob<File>("../../../../locales/*.json", { query: "?part=set_up" }),
  settings: import.meta.glob<File>("../../../../locales/*.json", { query: "?part=settings" }),
  situation: import.meta.glob<File>("../../../../locales/*.json", { query: "?part=situation" }),
  supervisor: import.meta.glob<File>("../../../../locales/*.json", { query: "?part=supervisor" }),
  survey: import.meta.glob<File>("../../../../locales/*.json", { query: "?part=survey" }),
  timeline: import.meta.glob<File>("../../../../locales/*.json", { query: "?part=timeline" }),
  unnamed: import.meta.glob<File>("../../../../locales/*.json", { query: "?part=unnamed" }),
  voice: import.meta.glob<File>("../../../../locales/*.json", { query: "?part=voice" }),
};

const fallback = "en";

function pathOf(tag: string) {
  return `../../../../locales/${tag}.json`;
}

/** Every language tag that has a catalogue, sorted. */
export const languages: string[] = Object.keys(catalogues.common)
  .map((path) => path.slice(path.lastIndexOf("/") + 1, -".json".length))
  .sort();

/** The first wish that has a catalogue, also by its first part (`fr-CA` finds `fr`); English otherwise. */
export function chooseLanguage(wishes: readonly string[]): string {
  for (const wish of wishes) {
    const found = [wish, wish.split("-")[0] ?? wish].find((tag) => languages.includes(tag));
    if (found) return found;
  }
  return fallback;
}

/** How dates and numbers are written: the browser's own region of the language, and Britain's English otherwise. */
export function chooseRegion(language: string, wishes: readonly string[]): string {
  const own = wishes.find((wish) => wish.startsWith(`${language}-`));
  return own ?? (language === "en" ? "en-GB" : language);
}

// The parts that the pages opened so far have asked for, and who shows them.
const wanted = new Map<Part, Promise<unknown>>();
const speakers = new Set<() => Promise<unknown>>();

// A page may speak one language many times over, as on letters.
const loaded = new Map<string, Promise<Catalogue>>();

/** The messages of a language, as far as a page has wanted them; what it does not say yet is said in English. */
export function loadCatalogue(tag: string): Promise<Catalogue> {
  const all = ["common", ...wanted.keys()] as const;
  const name = `${tag} ${all.join()}`;
  const coming = loaded.get(name) ?? load(tag, all);
  loaded.set(name, coming);
  coming.catch(() => loaded.delete(name));
  return coming;
}

async function load(tag: string, all: readonly (Part | "common")[]): Promise<Catalogue> {
  const tags = tag === fallback ? [fallback] : [fallback, tag];
  const files = tags.flatMap((one) => all.map((part) => catalogues[part][pathOf(one)]?.()));
  return Object.assign({}, ...(await Promise.all(files)).map((file) => file?.default));
}

/** Brings the words of a page before it is drawn. */
export async function wantWords(asked: readonly Part[]): Promise<void> {
  await Promise.all(asked.map((part) => wanted.get(part) ?? want(part)));
}

function want(part: Part): Promise<unknown> {
  // Wanted at once, so that whoever speaks loads it too.
  wanted.set(part, Promise.resolve());
  const coming = Promise.all([...speakers].map((speak) => speak()));
  wanted.set(part, coming);
  coming.catch(() => wanted.delete(part));
  return coming;
}

/** Calls `speak` whenever there are more words to load. */
export function onWantedWords(speak: () => Promise<unknown>): () => void {
  speakers.add(speak);
  return () => speakers.delete(speak);
}

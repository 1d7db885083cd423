type Catalogue = Record<string, string>;

/** The catalogues, each its own download; a language exists as soon as `locales/<tag>.json` does. */
const catalogues = import.meta.glob<{ default: Catalogue }>("../../../../locales/*.json");

const fallback = "en";

function pathOf(tag: string) {
  return `../../../../locales/${tag}.json`;
}

/** Every language tag that has a catalogue, sorted. */
export const languages: string[] = Object.keys(catalogues)
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

/** The messages of a language; what it does not say yet is said in English. */
export async function loadCatalogue(tag: string): Promise<Catalogue> {
  const load = (one: string) => catalogues[pathOf(one)]?.().then((file) => file.default);
  const [english, own] = await Promise.all([load(fallback), tag === fallback ? undefined : load(tag)]);
  return { ...english, ...own };
}

// Which parts of the catalogue each page names in the table of the router.
import { readFileSync } from "node:fs";

const entry = /import\("app\/pages\/([\w-]+)"\),\s*"\w+",?\s*(?:\[([^\]]*)\]|wordsOf\.(\w+))?/g;

/** `src/app/pages/home-page.tsx` to the names of its parts. */
export function wordsOfPages() {
  const router = readFileSync(new URL("../src/app/router.tsx", import.meta.url), "utf8");
  const shared = (name) => router.match(new RegExp(`^  ${name}: \\[([^\\]]*)\\]`, "m"))?.[1] ?? "";
  return new Map(
    [...router.matchAll(entry)].map(([, page, parts = "", name]) => [
      `src/app/pages/${page}.tsx`,
      [...(name ? shared(name) : parts).matchAll(/"(\w+)"/g)].map(([, part]) => part),
    ]),
  );
}

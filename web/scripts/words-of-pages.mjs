// Which parts of the catalogue each page names in the table of the router.
import { readFileSync } from "node:fs";

const entry = /import\("app\/pages\/([\w-]+)"\),\s*"\w+",?\s*(?:\[([^\]]*)\])?/g;

/** `src/app/pages/home-page.tsx` to the names of its parts. */
export function wordsOfPages() {
  const router = readFileSync(new URL("../src/app/router.tsx", import.meta.url), "utf8");
  return new Map(
    [...router.matchAll(entry)].map(([, page, parts = ""]) => [
      `src/app/pages/${page}.tsx`,
      [...parts.matchAll(/"(\w+)"/g)].map(([, part]) => part),
    ]),
  );
}

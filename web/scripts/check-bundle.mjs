// The promise: whoever opens the first page loads less than 200 kB of script and words, compressed.
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { wordsOfPages } from "./words-of-pages.mjs";

const limit = 200_000;
const dist = new URL("../dist/", import.meta.url);
const manifest = JSON.parse(readFileSync(new URL(".vite/manifest.json", dist), "utf8"));

function withImports(key, found = new Set()) {
  if (found.has(key)) return found;
  found.add(key);
  for (const next of manifest[key].imports ?? []) withImports(next, found);
  return found;
}

const size = (key) => gzipSync(readFileSync(new URL(manifest[key].file, dist)), { level: 9 }).length;
const scripts = (...keys) => [...new Set(keys.flatMap((key) => [...withImports(key)]))];
const bytes = (...keys) => scripts(...keys).reduce((sum, key) => sum + size(key), 0);

const pages = Object.keys(manifest).filter(
  (key) => /^src\/app\/pages\/.*-page\.tsx$/.test(key) && manifest[key].isDynamicEntry,
);
const words = wordsOfPages();
const catalogue = (part) => `../locales/en.json?part=${part}`;
const sizes = pages
  .map((page) => [page, bytes("index.html", ...["common", ...words.get(page)].map(catalogue), page)])
  .sort((a, b) => b[1] - a[1]);
for (const [page, sum] of sizes) {
  console.log(`${(sum / 1000).toFixed(1).padStart(7)} kB  ${page.replace("src/app/pages/", "")}`);
}
const tooLarge = sizes.filter(([, sum]) => sum > limit);
if (tooLarge.length > 0) {
  console.error(`Over ${limit / 1000} kB of compressed script: ${tooLarge.map(([page]) => page).join(", ")}`);
  process.exit(1);
}

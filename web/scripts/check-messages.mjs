// The catalogues and the code say the same: no key is missing, none is left over, every message can be read,
// every language that exists is complete, and no sentence stands in a page itself.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { isPluralElement, isSelectElement, isTagElement, parse } from "@formatjs/icu-messageformat-parser";
import ts from "typescript";

const root = fileURLToPath(new URL("../..", import.meta.url));
const troubles = [];
const trouble = (where, what) => troubles.push(`${where}: ${what}`);

function files(folder, pattern) {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (name === "node_modules" || name === "dist" || name.startsWith(".")) return [];
    if (statSync(path).isDirectory()) return files(path, pattern);
    return pattern.test(name) ? [path] : [];
  });
}

// 1. The catalogues.

function readCatalogue(tag) {
  const text = readFileSync(join(root, "locales", `${tag}.json`), "utf8");
  const keys = [...text.matchAll(/^\s*"([^"]+)":/gm)].map((match) => match[1]);
  for (const key of keys.filter((one, index) => keys.indexOf(one) !== index)) {
    trouble(`locales/${tag}.json`, `"${key}" stands there twice`);
  }
  return JSON.parse(text);
}

function argumentsOf(elements, found = new Set()) {
  for (const element of elements) {
    if ("value" in element && element.type !== 0 && !isTagElement(element)) found.add(element.value);
    if (isPluralElement(element) || isSelectElement(element)) {
      for (const option of Object.values(element.options)) argumentsOf(option.value, found);
    }
    if (isTagElement(element)) argumentsOf(element.children, found);
  }
  return found;
}

function read(tag, key, message) {
  try {
    return argumentsOf(parse(message));
  } catch (error) {
    trouble(`locales/${tag}.json`, `"${key}" is no ICU message: ${error.message}`);
    return new Set();
  }
}

const workshopWords =
  /\b(mentors?|mentees?|reverse|junior|senior|match scores?|upward|veto|lottery|unmatched)\b/i;
const tags = readdirSync(join(root, "locales"))
  .filter((name) => name.endsWith(".json"))
  .map((name) => name.slice(0, -5));
const english = readCatalogue("en");
const englishArguments = new Map(
  Object.entries(english).map(([key, message]) => [key, read("en", key, message)]),
);

for (const [key, message] of Object.entries(english)) {
  if (!/^[a-z0-9_]+(\.[a-z0-9_]+)+$/.test(key))
    trouble("locales/en.json", `"${key}" is not written room.key`);
  if (workshopWords.test(message))
    trouble("locales/en.json", `"${key}" says a word of the workshop: ${message}`);
}
for (const tag of tags.filter((one) => one !== "en")) {
  const own = readCatalogue(tag);
  for (const key of Object.keys(english))
    if (!(key in own)) trouble(`locales/${tag}.json`, `"${key}" is missing`);
  for (const [key, message] of Object.entries(own)) {
    const wanted = englishArguments.get(key);
    if (!wanted) trouble(`locales/${tag}.json`, `"${key}" is not in English`);
    for (const name of read(tag, key, message)) {
      if (wanted && !wanted.has(name)) trouble(`locales/${tag}.json`, `"${key}" asks for {${name}}`);
    }
  }
}

// 2. The pages: which keys they say, and whether they say anything past the catalogue.

const used = new Set();
const prefixes = new Set();
const spokenAttributes = new Set([
  "label",
  "title",
  "alt",
  "placeholder",
  "hint",
  "sentence",
  "aria-label",
  "caption",
  "question",
  "yes",
  "empty",
  "below",
  "above",
  "description",
  "submit",
]);
// Names that are the same in every language.
const names = new Set(["Obverse"]);
const hasWords = (text) => /\p{L}{2,}/u.test(text) && !names.has(text.trim());

for (const path of files(join(root, "web/src"), /\.tsx?$/)) {
  if (/\.test\.tsx?$|src\/testing\/|schema\.d\.ts$/.test(path)) continue;
  const source = ts.createSourceFile(path, readFileSync(path, "utf8"), ts.ScriptTarget.Latest, true);
  const where = (node) =>
    `${relative(root, path)}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;

  const visit = (node) => {
    if (ts.isStringLiteralLike(node) && node.text in english) used.add(node.text);
    if (ts.isTemplateExpression(node) && /^[a-z0-9_]+\.[a-z0-9_.]*$/.test(node.head.text))
      prefixes.add(node.head.text);
    if (ts.isJsxText(node) && hasWords(node.text))
      trouble(where(node), `"${node.text.trim()}" is not in the catalogue`);
    if (ts.isJsxAttribute(node) && node.initializer && spokenAttributes.has(node.name.getText())) {
      const value = ts.isJsxExpression(node.initializer) ? node.initializer.expression : node.initializer;
      if (value && ts.isStringLiteralLike(value) && hasWords(value.text)) {
        trouble(where(node), `"${value.text}" is not in the catalogue`);
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
}

// 3. Every refusal of the program has its sentence.

// Read by whoever runs the server, in English; no page shows them.
const unseen = new Set([
  "field.file",
  "refusal.not_empty",
  "refusal.demo_stays_home",
  "field.unreadable",
  "refusal.cannot_listen",
  "refusal.not_migrated",
  "refusal.database_newer",
  "refusal.migration_edited",
  "refusal.keys_missing",
  "refusal.catalogue_unreadable",
  "field.proxy",
  "refusal.lease_lost",
  "refusal.worker_died",
]);
const refusals = [
  [/\b(?:conflict|forbidden)\(\s*"([a-z_]+)"/g, "refusal."],
  [/\binvalid\(\s*"[^"]*",\s*"([a-z_]+)"/g, "field."],
];
for (const path of files(join(root, "src"), /\.cpp$/)) {
  if (/_test\.cpp$|\/cli\//.test(path)) continue;
  const text = readFileSync(path, "utf8");
  for (const [pattern, prefix] of refusals) {
    for (const [, code] of text.matchAll(pattern)) {
      const key = `${prefix}${code}`;
      if (!(key in english) && !unseen.has(key))
        trouble(relative(root, path), `"${key}" is not in the catalogue`);
    }
  }
}

// 4. The program says some of them too (mails, letters), always by their whole key or as "prefix." + code.

for (const folder of ["src", "content"]) {
  let found = [];
  try {
    found = files(join(root, folder), /\.(cpp|hpp|json|md)$/);
  } catch {
    continue;
  }
  for (const path of found) {
    for (const [, text] of readFileSync(path, "utf8").matchAll(/"([a-z0-9_]+\.[a-z0-9_.]*)"/g)) {
      if (text in english) used.add(text);
      else if (text.endsWith(".")) prefixes.add(text);
    }
  }
}

for (const key of Object.keys(english)) {
  if (!used.has(key) && ![...prefixes].some((prefix) => key.startsWith(prefix))) {
    trouble("locales/en.json", `nobody says "${key}"`);
  }
}

for (const line of troubles) console.error(line);
console.log(
  `${Object.keys(english).length} messages in ${tags.length} ${tags.length === 1 ? "language" : "languages"}`,
);
process.exit(troubles.length > 0 ? 1 : 0);

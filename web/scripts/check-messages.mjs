// The catalogues and the code say the same: no key is missing, none is left over, every message can be read,
// every language that exists is complete, and no sentence stands in a page itself.
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { isPluralElement, isSelectElement, isTagElement, parse } from "@formatjs/icu-messageformat-parser";
import ts from "typescript";
import { partOf } from "../src/lib/i18n/parts.ts";
import { wordsOfPages } from "./words-of-pages.mjs";

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

// A programme's own word for a side stands as a label or after a colon, never inside a sentence, whose grammar it would
// break in a language with genders (rules G2). Its place in a message is {called}.
function hasRoleWordInside(elements) {
  const textOf = (element) => (element.type === 0 ? element.value : "…");
  const isInside = elements.some((element, at) => {
    if (element.type !== 1 || element.value !== "called") return false;
    const before = elements.slice(0, at).map(textOf).join("");
    const after = elements
      .slice(at + 1)
      .map(textOf)
      .join("");
    return before === "" ? !/^(:|$)/.test(after) : !(/: $/.test(before) && /^(\n|$)/.test(after));
  });
  // What stands in a plural, a choice or a tag has a sentence around it.
  const parts = elements.flatMap((element) => {
    if (isPluralElement(element) || isSelectElement(element))
      return Object.values(element.options).map((option) => option.value);
    return isTagElement(element) ? [element.children] : [];
  });
  return isInside || parts.some((part) => argumentsOf(part).has("called"));
}

// It proves itself first: these pass, those do not.
const planted = [
  [false, "{called}"],
  [false, "You: {called}"],
  [false, "{called}: {count, number}"],
  [true, "The {called} meets you."],
  [true, "You: {called} of {name}"],
  [true, "{called} begins"],
  [true, "{count, plural, one {# {called}} other {# of them}}"],
  [true, "<b>{called}</b> begins"],
];
for (const [isInside, message] of planted) {
  if (hasRoleWordInside(parse(message)) !== isInside)
    trouble("web/scripts/check-messages.mjs", `misreads "${message}"`);
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
  if (englishArguments.get(key).has("called") && hasRoleWordInside(parse(message)))
    trouble("locales/en.json", `"${key}" has a role word inside a sentence: ${message}`);
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
    if (wanted?.has("called") && hasRoleWordInside(parse(message)))
      trouble(`locales/${tag}.json`, `"${key}" has a role word inside a sentence: ${message}`);
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
// A programme's own word, as lib/i18n/called.ts gives it, and what would put it into a message.
const roleWord =
  /\b(?:called|programme|words?|labels?)\??\.(?:mentor|mentee|neutral|singular|plural|own|of|head)\b|\bown\(/;
const isSaid = (node) => ts.isCallExpression(node) && node.expression.getText() === "say";
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
    if (
      ts.isPropertyAssignment(node) &&
      node.name.getText() !== "called" &&
      isSaid(node.parent.parent) &&
      roleWord.test(node.initializer.getText())
    )
      trouble(where(node), `a role word goes into a message as {called}, not as {${node.name.getText()}}`);
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
  for (const [, detail] of text.matchAll(/\b(?:conflict|forbidden)\(\s*"[a-z_]+",\s*"([^"]*)"/g)) {
    if (workshopWords.test(detail)) trouble(relative(root, path), `says a word of the workshop: ${detail}`);
  }
  for (const [pattern, prefix] of refusals) {
    for (const [, code] of text.matchAll(pattern)) {
      const key = `${prefix}${code}`;
      if (!(key in english) && !unseen.has(key))
        trouble(relative(root, path), `"${key}" is not in the catalogue`);
    }
  }
}

// What the content says: everything in it but the names of sides and front matter. A README is for whoever writes it.
for (const path of files(join(root, "content"), /\.(json|md)$/)) {
  if (path.endsWith("README.md")) continue;
  const said = readFileSync(path, "utf8")
    .replace(/"side": "\w+"|"(?:mentor|mentee)":/g, "")
    .replace(/^(?:key|reader|core|small|before|minutes|order|sources): .*$/gm, "");
  const found = workshopWords.exec(said);
  if (found) trouble(relative(root, path), `says a word of the workshop: ${found[0]}`);
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

// 5. Each page brings the words it says, and no others.

const sourceRoot = join(root, "web/src");
const reached = new Map();

/** What a file imports of ours, now or when it is needed, and the keys it says (a key made at run time: its beginning). */
function readSource(path) {
  if (reached.has(path)) return reached.get(path);
  const text = readFileSync(path, "utf8");
  const imports = [...text.matchAll(/(?:from|import\()\s*"((?:app|features|ui|lib)\/[^"]+)"/g)]
    .flatMap(([, name]) => [".tsx", ".ts"].map((ending) => join(sourceRoot, name + ending)))
    .filter((file) => existsSync(file));
  const says = [...text.matchAll(/["`]([a-z0-9_]+\.[a-z0-9_.]*)/g)].map(([, key]) => key);
  const found = { imports, says: says.filter((key) => key in english || isBeginning(key)) };
  reached.set(path, found);
  return found;
}

const isBeginning = (key) => /[._]$/.test(key) && Object.keys(english).some((one) => one.startsWith(key));
// What stands around every page: its words are on every page.
const shell = join(sourceRoot, "app/providers.tsx");
const isPage = (path) =>
  /app\/pages\/[\w-]+-page\.tsx$/.test(path) && !/(?:broken|not-found)-page/.test(path);

function partsSaid(start) {
  const seen = new Set();
  const said = new Map();
  const waiting = [start];
  while (waiting.length > 0) {
    const path = waiting.pop();
    if (seen.has(path) || (path !== start && (isPage(path) || path === shell))) continue;
    seen.add(path);
    const { imports, says } = readSource(path);
    waiting.push(...imports);
    for (const key of says)
      if (partOf(key) !== "common") said.set(partOf(key), `${key} in ${relative(root, path)}`);
  }
  return said;
}

for (const [part, key] of partsSaid(shell))
  trouble("web/src/lib/i18n/parts.ts", `every page says ${key}, of "${part}"`);
for (const [page, brought] of wordsOfPages()) {
  const said = partsSaid(join(root, "web", page));
  for (const [part, key] of said)
    if (!brought.includes(part)) trouble(page, `says ${key}: the router must bring "${part}"`);
  for (const part of brought)
    if (!said.has(part)) trouble(page, `says nothing of "${part}", which the router brings`);
}

for (const line of troubles) console.error(line);
console.log(
  `${Object.keys(english).length} messages in ${tags.length} ${tags.length === 1 ? "language" : "languages"}`,
);
process.exit(troubles.length > 0 ? 1 : 0);

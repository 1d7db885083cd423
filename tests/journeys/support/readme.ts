import { readFileSync } from "node:fs";

/** One thing that the README tells its reader to do, in the order of the page. */
export type Step =
  | { kind: "command"; line: string }
  | { kind: "person"; name: string; password: string }
  | { kind: "act"; act: Act; text: string }
  | { kind: "picture"; path: string };

export type Act =
  | { verb: "open the menu" }
  | { verb: "open" | "press" | "tick" | "see"; what: string }
  | { verb: "write" | "choose" | "give"; value: string; what: string }
  | { verb: "set"; what: string; days: number; time: string };

const numbers = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

// The whole language of the README's bullets: one act a bullet, several with "; " between them.
const language: [RegExp, (found: [string, string, string]) => Act][] = [
  [/^open the menu$/, () => ({ verb: "open the menu" })],
  [/^open \*\*(.+)\*\*$/, ([what]) => ({ verb: "open", what })],
  [/^press \*\*(.+)\*\*$/, ([what]) => ({ verb: "press", what })],
  [/^tick \*\*(.+)\*\*$/, ([what]) => ({ verb: "tick", what })],
  [/^read \*(.+)\*$/, ([what]) => ({ verb: "see", what })],
  [/^write `(.+)` at \*\*(.+)\*\*$/, ([value, what]) => ({ verb: "write", value, what })],
  [/^choose \*\*(.+)\*\* at \*\*(.+)\*\*$/, ([value, what]) => ({ verb: "choose", value, what })],
  [/^give `(.+)` at \*\*(.+)\*\*$/, ([value, what]) => ({ verb: "give", value, what })],
  [
    /^set \*\*(.+)\*\* to (\w+) days from now, (\d\d:\d\d)$/,
    ([what, days, time]) => ({ verb: "set", what, days: numbers.indexOf(days), time }),
  ],
];

/** The steps below one heading of the README. A bullet that is none of the sentences above is an error. */
export function readSteps(path: string, heading: string): Step[] {
  const lines = sectionOf(readFileSync(path, "utf8"), heading);
  const steps: Step[] = [];
  let inCommands = false;
  for (const line of lines) {
    const text = line.trim();
    if (text.startsWith("```")) inCommands = text === "```sh";
    else if (inCommands) steps.push({ kind: "command", line: text });
    else steps.push(...stepsOf(text));
  }
  return steps;
}

function sectionOf(text: string, heading: string): string[] {
  const lines = text.split("\n");
  const first = lines.indexOf(heading);
  if (first < 0) throw new Error(`the README has no heading "${heading}"`);
  const next = lines.findIndex((line, at) => at > first && line.startsWith("## "));
  return lines.slice(first + 1, next < 0 ? undefined : next);
}

function stepsOf(text: string): Step[] {
  const person = /As `([^`]+)`, with the password `([^`]+)`/.exec(text);
  if (person) return [{ kind: "person", name: person[1] ?? "", password: person[2] ?? "" }];
  const picture = /^!\[.+\]\((.+)\)$/.exec(text);
  if (picture) return [{ kind: "picture", path: picture[1] ?? "" }];
  if (!text.startsWith("- ")) return [];
  return text
    .slice(2)
    .split("; ")
    .map((part) => ({ kind: "act", act: actOf(part), text: part }));
}

function actOf(text: string): Act {
  for (const [form, make] of language) {
    const found = form.exec(text);
    if (found) return make([found[1] ?? "", found[2] ?? "", found[3] ?? ""]);
  }
  throw new Error(`the README tells its reader to do something that the journey does not know: "${text}"`);
}

import { readFileSync } from "node:fs";
import { personWordsIn } from "features/pairing/components/person-words";
import { expect, it } from "vitest";

const words: Record<string, string> = JSON.parse(readFileSync("../locales/en.json", "utf8"));
const list = words["feedback.person_word_list"] ?? "";

it("notices what speaks about the person", () => {
  expect(personWordsIn("You are ARROGANT, and you never listen.", list)).toEqual([
    "never",
    "arrogant",
    "you are",
  ]);
  expect(personWordsIn("You're so lazy", list)).toEqual(["lazy", "you’re"]);
});

it("lets alone what somebody did", () => {
  for (const fine of [
    "In Monday's meeting you answered before I had finished.",
    "You were at the door when the coldest figures came; I fell silent.",
    "Nevertheless the weakness of the process was clear.",
    "",
  ])
    expect(personWordsIn(fine, list), fine).toEqual([]);
});

it("knows words of other languages, with their marks", () => {
  expect(personWordsIn("Du bist immer zu spät – und egoïste!", "immer, égoïste, egoïste, du bist")).toEqual([
    "immer",
    "egoïste",
    "du bist",
  ]);
});

it("has a list of words, each once", () => {
  const all = list.split(",").map((one) => one.trim());
  expect(all.length).toBeGreaterThan(30);
  expect(new Set(all).size).toBe(all.length);
  for (const one of all) expect(personWordsIn(`so ${one} indeed`, list), one).toContain(one);
});

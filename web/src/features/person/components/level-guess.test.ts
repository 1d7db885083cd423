import { guessLevel } from "features/person/components/level-guess";
import { guessed } from "features/person/components/level-words";
import { expect, test } from "vitest";

test("titles are proposed in the order in which people would put them", () => {
  const levels = [
    "Trainee",
    "Production Clerk",
    "Data Analyst",
    "Sr. Engineer",
    "Team Lead",
    "Director of Sales",
    "VP Finance",
    "President & CEO",
  ];
  const guesses = levels.map(guessLevel);
  expect(guesses).toEqual([...guesses].sort((one, other) => one - other));
  expect(new Set(guesses).size).toBe(levels.length);
  expect(guessLevel("Executive Assistant to the President")).toBeLessThan(guessLevel("Director"));
});

test("what was said the last time comes before a guess, and the list stands in order", () => {
  const words = [
    { word: "Director", people: 1 },
    { word: "Elf", people: 3 },
  ];
  expect(guessed(words, [{ word: "elf", level: 9 }]).map(({ word, level }) => [word, level])).toEqual([
    ["Director", 6],
    ["Elf", 9],
  ]);
});

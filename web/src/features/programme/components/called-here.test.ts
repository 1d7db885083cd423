import { calledHere } from "features/programme/components/called-here";
import { expect, it } from "vitest";

const compass = { singular: "Compass", plural: "Compasses", neutral: "Compass bearer" };
const words = [
  { language: "de", name: "Vorderseite", purpose: null, mentor: null, mentee: null },
  { language: "en", name: "Front line", purpose: null, mentor: compass, mentee: null },
];

it("is the programme's own word in the language of the page, in its neutral form", () => {
  expect(calledHere({ words }, "en-GB")).toEqual({ mentor: "Compass bearer", mentee: undefined });
});

it("is nothing in a language without words, and before the programme is known", () => {
  expect(calledHere({ words }, "de").mentor).toBeUndefined();
  expect(calledHere({ words }, "fr").mentor).toBeUndefined();
  expect(calledHere(undefined, "en").mentor).toBeUndefined();
});

import { calledHere } from "features/programme/components/called-here";
import { expect, it } from "vitest";

const compass = { singular: "Compass", plural: "Compasses", neutral: "Compass bearer" };
const kompass = { singular: "Kompass", plural: "Kompasse", neutral: "Seite A" };
const settings = { language: "en", name: "Front line", purpose: "To hear each other" };
const words = [
  { language: "de", name: "Vorderseite", purpose: null, mentor: kompass, mentee: null },
  { language: "en", name: "Front line first", purpose: null, mentor: compass, mentee: compass },
];

it("is the programme's own word in the language of the page, in the form that fits everybody", () => {
  expect(calledHere({ settings, words }, "en-GB")).toMatchObject({
    name: "Front line first",
    mentor: "Compass bearer",
  });
  expect(calledHere({ settings, words }, "de-AT")).toMatchObject({ name: "Vorderseite", mentor: "Seite A" });
});

it("falls back word by word: on the programme's own language, then on its name and on nothing", () => {
  expect(calledHere({ settings, words }, "de")).toMatchObject({
    mentee: "Compass bearer",
    purpose: "To hear each other",
  });
  expect(calledHere({ settings, words }, "fr").name).toBe("Front line first");
  expect(calledHere({ settings, words: [] }, "fr")).toEqual({
    name: "Front line",
    purpose: "To hear each other",
    mentor: null,
    mentee: null,
  });
});

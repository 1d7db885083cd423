import { loadCatalogue, onWantedWords, wantWords } from "lib/i18n/languages";
import { type Part, partOf, parts } from "lib/i18n/parts";
import en from "locales/en.json";
import { expect, it, vi } from "vitest";

it("puts every room in one part, and what stands nowhere on every page", () => {
  const rooms = Object.values(parts).flat();
  expect(new Set(rooms).size).toBe(rooms.length);
  for (const room of rooms) expect(Object.keys(en).some((key) => key.startsWith(`${room}.`))).toBe(true);
  expect(partOf("audit.caption")).toBe("audit");
  expect(partOf("ui.save")).toBe("common");
});

it("has all words once every part is wanted, but for those of mails and files", async () => {
  await wantWords(Object.keys(parts) as Part[]);
  const catalogue = await loadCatalogue("en");
  const spoken = Object.entries(en).filter(([key]) => !/^(?:mail|pair_export)\./.test(key));
  expect(catalogue).toEqual(Object.fromEntries(spoken));
});

it("asks whoever speaks once for words that are there already", async () => {
  const speak = vi.fn(() => Promise.resolve());
  const stop = onWantedWords(speak);
  await wantWords(["audit"]);
  expect(speak).not.toHaveBeenCalled();
  stop();
});

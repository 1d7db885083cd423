import { expect, test } from "vitest";

const sources = import.meta.glob<string>(["/src/**/*.{ts,tsx}", "!/src/**/*.test.{ts,tsx}"], {
  eager: true,
  query: "?raw",
  import: "default",
});

// The house says what day it is: a demo travels, and a computer's clock may be wrong.
test("no page asks the browser what time it is", () => {
  const asking = Object.entries(sources).filter(([, source]) => /Date\.now\(\)|new Date\(\)/.test(source));
  expect(asking.map(([path]) => path)).toEqual(["/src/features/signin/api/now.ts"]);
});

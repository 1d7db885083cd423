import { forgetAllUnsent, keepUnsent, unsentOver } from "lib/unsent";
import { afterEach, expect, test } from "vitest";

afterEach(forgetAllUnsent);

test("what was typed is there again over what it was typed over", () => {
  keepUnsent("purpose", { name: "Compass" }, { name: "Compass 2027" });
  expect(unsentOver("purpose", { name: "Compass" })).toEqual({ name: "Compass 2027" });
  expect(unsentOver("aims", { name: "Compass" })).toBeUndefined();
});

test("what somebody else has changed meanwhile stands before what was typed", () => {
  keepUnsent("purpose", { name: "Compass" }, { name: "Compass 2027" });
  expect(unsentOver("purpose", { name: "Night shift" })).toBeUndefined();
});

test("what was typed and taken back is not kept, nor anything after signing out", () => {
  keepUnsent("purpose", { name: "Compass" }, { name: "Compass" });
  expect(sessionStorage).toHaveLength(0);
  keepUnsent("purpose", { name: "Compass" }, { name: "C" });
  forgetAllUnsent();
  expect(sessionStorage).toHaveLength(0);
});

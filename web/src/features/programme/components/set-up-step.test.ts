import { firstOpenStep } from "features/programme/components/set-up-step";
import { aSetUp } from "testing/programme";
import { expect, test } from "vitest";

const asked = { name: "Marta", asked_at: "2026-11-01T00:00:00Z", accepted_at: null };

test("the guide is taken up where something is still missing", () => {
  expect(firstOpenStep(aSetUp())).toBe("purpose");
  expect(firstOpenStep(aSetUp({ missing: ["end", "sponsor"] }))).toBe("sponsor");
  expect(firstOpenStep(aSetUp({ missing: ["end", "sponsor"], sponsor: asked }))).toBe("dates");
  expect(firstOpenStep(aSetUp({ missing: ["sponsor"], sponsor: asked }))).toBe("ready");
  expect(firstOpenStep(aSetUp({ missing: [] }))).toBe("ready");
});

import { renderHook } from "@testing-library/react";
import { useCalledLine, useLabels } from "lib/i18n/called";
import en from "locales/en.json";
import type { ReactNode } from "react";
import { IntlProvider } from "react-intl";
import { describe, expect, it } from "vitest";

const inEnglish = {
  wrapper: ({ children }: { children: ReactNode }) => (
    <IntlProvider locale="en-GB" messages={en}>
      {children}
    </IntlProvider>
  ),
};
const labels = (called: Parameters<typeof useLabels>[0]) =>
  renderHook(() => useLabels(called), inEnglish).result.current;
const compass = { name: "Compass", purpose: null, mentor: "Partner A", mentee: null };

describe("the labels of the two sides", () => {
  it("are the programme's own words, alone or beside a colon", () => {
    const { of, head, you, count, choice } = labels(compass);
    expect([of("mentor"), head("mentor"), you("mentor")]).toEqual([
      "Partner A",
      "Partner A",
      "You: Partner A",
    ]);
    expect(count("mentor", 3)).toBe("Partner A: 3");
    expect(choice("mentor", "I know something")).toBe("Partner A: I know something");
  });

  it("are what everybody says, or nothing, where there is no word", () => {
    for (const called of [compass, undefined]) {
      const { of, head, you, count, choice } = labels(called);
      expect([of("mentee"), head("mentee")]).toEqual(["wants the topic", "Wants the topic"]);
      expect([you("mentee"), count("mentee", 3)]).toEqual([undefined, undefined]);
      expect(choice("mentee", "I want to learn")).toBe("I want to learn");
    }
  });
});

it("stands above a page of one's own, behind the name", () => {
  const line = (side: "mentor" | "mentee") =>
    renderHook(() => useCalledLine(compass, side), inEnglish).result.current;
  expect(line("mentor")).toBe("Compass · You: Partner A");
  expect(line("mentee")).toBe("Compass");
});

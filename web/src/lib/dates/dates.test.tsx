import { renderHook } from "@testing-library/react";
import { useDates } from "lib/dates/dates";
import type { ReactNode } from "react";
import { IntlProvider } from "react-intl";
import { describe, expect, it } from "vitest";

const datesIn = (timeZone: string) =>
  renderHook(() => useDates(), {
    wrapper: ({ children }: { children: ReactNode }) => (
      <IntlProvider locale="en-GB" timeZone={timeZone}>
        {children}
      </IntlProvider>
    ),
  }).result.current;

describe("until", () => {
  const midnight = "2026-12-05T00:00:00Z";

  it("says what ends in the night by the day before it", () => {
    expect(datesIn("UTC").until(midnight)).toBe("Friday 4 December");
    expect(datesIn("Europe/Oslo").until(midnight)).toBe("Friday 4 December");
  });

  it("says the hour where it ends by day", () => {
    expect(datesIn("America/New_York").until(midnight)).toContain("19:00");
  });
});

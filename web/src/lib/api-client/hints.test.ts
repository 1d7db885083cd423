import { nounsOf } from "lib/api-client/hints";
import { describe, expect, it } from "vitest";

describe("a hint", () => {
  it("makes old what begins with its noun, and the log", () => {
    expect(nounsOf("person")).toEqual(["person", "audit_log"]);
  });

  it("reaches what else shows the same", () => {
    expect(nounsOf("reporting_lines")).toContain("match_run");
    expect(nounsOf("notice")).toContain("suggestion");
    expect(nounsOf("enrolment")).toContain("match_outlook");
  });

  it("of how far a run is asks for nothing that has to be reckoned, and for no rows that stay", () => {
    expect(nounsOf("match_run")).toEqual(["match_run", "audit_log"]);
  });
});

import type { Moment, Timeline } from "features/record/api/timeline";
import { Moments } from "features/record/components/moments";
import { render, screen } from "testing/render";
import { example } from "testing/server";
import { expect, it } from "vitest";

const recorded = example<Timeline>("record/timeline");
const [one] = recorded.behind;
const moment = (of: Partial<Moment>): Moment => ({ ...(one as Moment), ...of });
const lines = () => screen.getAllByRole("listitem").map(({ textContent }) => textContent);

it("says everything that is recorded in words", async () => {
  await render(<Moments label="Behind you" moments={recorded.behind} side="mentor" partner="Sofia" />);
  expect(lines()).toHaveLength(recorded.behind.length);
  for (const line of lines()) expect(line).not.toContain("timeline.");
});

it("says whose it was to move a date, and nobody's when it was called off with the pair", async () => {
  const of = { at: null, was_at: "2026-07-02T12:00:00Z", number: null, on: "2026-07-01" };
  await render(
    <Moments
      label="Behind you"
      side="mentor"
      partner="Sofia"
      moments={[
        moment({ ...of, kind: "meeting_moved", side: "mentor" }),
        moment({ ...of, kind: "meeting_cancelled", side: "mentee" }),
        moment({ ...of, kind: "meeting_cancelled", side: null }),
        moment({ ...of, kind: "goal_reached", side: "mentee", text: "Read a till roll" }),
      ]}
    />,
  );
  expect(lines()).toEqual([
    "July 1, 2026You moved the date of Thursday, July 2",
    "July 1, 2026Sofia cancelled the date of Thursday, July 2",
    "July 1, 2026The date of Thursday, July 2 was called off",
    "July 1, 2026Sofia reached: Read a till roll",
  ]);
});

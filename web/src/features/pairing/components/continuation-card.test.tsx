import { ContinuationCard } from "features/pairing/components/continuation-card";
import { render, screen } from "testing/render";
import { answers } from "testing/server";
import { expect, test, vi } from "vitest";

const shown = {
  onward: null,
  may_swap: false,
  completes_on: "2027-06-07",
  programme_closes_on: null,
  agreed: null,
};

test("one chooses privately, and swapping is offered only where the programme goes both ways", async () => {
  answers("get", "/api/pairings/x/continuation", shown);
  const sent = answers("put", "/api/pairings/x/continuation", { ...shown, onward: "informally" });
  const { user } = await render(<ContinuationCard pairingId="x" partner="Sofia" />);
  await user.click(await screen.findByLabelText("Go on with Sofia, without the programme"));
  expect(screen.queryByLabelText("Go on with Sofia the other way round")).toBeNull();
  await user.click(screen.getByRole("button", { name: "Save" }));
  await vi.waitFor(() => expect(sent).toEqual([{ onward: "informally" }]));
});

test("before the other way round is chosen, the page says how long it would last", async () => {
  answers("get", "/api/pairings/x/continuation", {
    ...shown,
    may_swap: true,
    programme_closes_on: "2027-03-31",
  });
  await render(<ContinuationCard pairingId="x" partner="Sofia" />);
  expect(await screen.findByText(/until the programme closes on March 31, 2027/)).toBeVisible();
  expect(screen.queryByText(/Nothing can begin the other way round/)).toBeNull();
});

test("on the last day the other way round is no more to be had, and the page says so", async () => {
  answers("get", "/api/pairings/x/continuation", {
    ...shown,
    onward: "swap",
    programme_closes_on: "2027-03-31",
  });
  await render(<ContinuationCard pairingId="x" partner="Sofia" />);
  expect(await screen.findByText(/Nothing can begin the other way round any more/)).toBeVisible();
});

test("what both chose alike is said once it is over", async () => {
  answers("get", "/api/pairings/x/continuation", { ...shown, onward: "informally", agreed: "informally" });
  await render(<ContinuationCard pairingId="x" partner="Sofia" />);
  expect(await screen.findByText(/Both of you would like to go on/)).toBeVisible();
});

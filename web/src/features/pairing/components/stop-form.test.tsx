import type { Pairing } from "features/pairing/api/show-pairing";
import { StopForm } from "features/pairing/components/stop-form";
import { render, screen } from "testing/render";
import { answers } from "testing/server";
import { expect, test, vi } from "vitest";

const pairing = (stage: Pairing["stage"]) =>
  ({ id: "x", stage, origin: "run", allowed_actions: ["close"] }) as unknown as Pairing;

async function stopping(stage: Pairing["stage"], before = vi.fn(async () => undefined)) {
  const closed = answers("put", "/api/pairings/x/closure", {});
  const wished = answers("put", "/api/pairings/x/rematch", {});
  const { user } = await render(
    <StopForm pairing={pairing(stage)} partner="Sofia" before={before}>
      {null}
    </StopForm>,
  );
  return { user, closed, wished, before };
}
const stopHere = () => screen.getByRole("button", { name: "Stop here" });

test("a pair under way says how it ended and what comes next, in one press", async () => {
  const { user, closed, wished, before } = await stopping("started");
  await user.click(await screen.findByLabelText("We reached what we wanted"));
  await user.click(screen.getByRole("radio", { name: /^Later/ }));
  await user.type(screen.getByLabelText(/What would make the next one work/), "Shorter, and on the phone");
  await user.click(stopHere());
  await vi.waitFor(() => expect(wished).toEqual([{ wish: "later", note: "Shorter, and on the phone" }]));
  expect(closed).toEqual([{ ending: "goal_reached" }]);
  expect(before).toHaveBeenCalledOnce();
});

test("nothing has to be said", async () => {
  const { user, closed, wished } = await stopping("paused");
  await user.click(stopHere());
  await vi.waitFor(() => expect(wished).toEqual([{ wish: "now", note: "" }]));
  expect(closed).toEqual([{ ending: "ended" }]);
});

test("before the start nothing is asked", async () => {
  const { user, closed, wished } = await stopping("agreeing");
  expect(screen.queryByLabelText("We reached what we wanted")).toBeNull();
  await user.click(stopHere());
  await vi.waitFor(() => expect(closed).toEqual([{}]));
  expect(wished).toEqual([]);
});

test("a word that could not be sent keeps the pair until it is", async () => {
  const failing = vi.fn(() => Promise.reject(new Error("not sent")));
  const { user, closed } = await stopping("started", failing as never);
  await user.click(stopHere());
  await vi.waitFor(() => expect(failing).toHaveBeenCalledOnce());
  expect(closed).toEqual([]);
});

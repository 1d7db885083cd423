import type { Pairing } from "features/pairing/api/show-pairing";
import { StopHere } from "features/pairing/components/stop-here";
import { render, screen } from "testing/render";
import { answers } from "testing/server";
import { expect, test, vi } from "vitest";

const pairing = (stage: Pairing["stage"]) =>
  ({ id: "x", stage, origin: "run", allowed_actions: ["close"] }) as unknown as Pairing;

async function stopping(stage: Pairing["stage"]) {
  const sent = answers("put", "/api/pairings/x/closure", {});
  const { user } = await render(<StopHere pairing={pairing(stage)} partner="Sofia" />);
  await user.click(screen.getByRole("button", { name: "Stop here" }));
  return { user, sent };
}
const confirm = () =>
  screen.getAllByRole("button", { name: "Stop here", hidden: true }).at(-1) as HTMLElement;

test("a pair under way may say that it reached what it wanted", async () => {
  const { user, sent } = await stopping("started");
  await user.click(await screen.findByLabelText("We reached what we wanted"));
  await user.click(confirm());
  await vi.waitFor(() => expect(sent).toEqual([{ ending: "goal_reached" }]));
});

test("before the start nothing is asked", async () => {
  const { user, sent } = await stopping("exploring");
  expect(screen.queryByLabelText("We reached what we wanted")).toBeNull();
  await user.click(confirm());
  await vi.waitFor(() => expect(sent).toEqual([{}]));
});

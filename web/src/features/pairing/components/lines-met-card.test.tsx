import type { Pairing } from "features/pairing/api/show-pairing";
import { LinesMetCard } from "features/pairing/components/lines-met-card";
import { render, screen } from "testing/render";
import { answers, example } from "testing/server";
import { expect, it, test, vi } from "vitest";

const recorded = example<Pairing>("pairings/pairing");
const met = (actions: Pairing["allowed_actions"]) => ({ ...recorded, allowed_actions: actions }) as Pairing;

it("names the fact and not who moved, and offers to go on", async () => {
  await render(<LinesMetCard pairing={met(["go_on_knowingly", "close"])} partner="Sofia Lind" />);
  expect(await screen.findByText(/A change in the reporting lines has put you and Sofia Lind/)).toBeVisible();
  expect(screen.getByRole("button", { name: "I would go on, knowing this" })).toBeVisible();
});

test.each([
  ["Rather somebody else", /you look for somebody new/, "now"],
  ["Stop, and nobody else", /No suggestions come/, "stop"],
])(
  "%s: closed by what has changed around the two, once it has been confirmed",
  async (press, meaning, wish) => {
    const closed = answers("put", `/api/pairings/${recorded.id}/closure`, recorded);
    const wished = answers("put", `/api/pairings/${recorded.id}/rematch`, {});
    const { user } = await render(<LinesMetCard pairing={met(["close"])} partner="Sofia Lind" />);
    await user.click(await screen.findByRole("button", { name: press }));
    expect(screen.getByText(/Nobody is told who said so/)).toBeVisible();
    expect(screen.getByText(meaning)).toBeVisible();
    expect(closed).toHaveLength(0);
    await user.click(screen.getAllByRole("button", { name: press }).at(-1) as HTMLElement);
    await vi.waitFor(() => expect(wished).toEqual([{ wish, note: "" }]));
    expect(closed).toEqual([{ ending: "circumstances" }]);
  },
);

it("leaves the ways out open to whoever has said to go on", async () => {
  await render(<LinesMetCard pairing={met(["close"])} partner="Sofia Lind" />);
  expect(await screen.findByText(/You would go on/)).toBeVisible();
  expect(screen.queryByRole("button", { name: "I would go on, knowing this" })).toBeNull();
  expect(screen.getByRole("button", { name: "Rather somebody else" })).toBeVisible();
});

import type { Pairing } from "features/pairing/api/show-pairing";
import { LinesMetCard } from "features/pairing/components/lines-met-card";
import { render, screen } from "testing/render";
import { answers, example } from "testing/server";
import { expect, it, vi } from "vitest";

const recorded = example<Pairing>("pairings/pairing");
const met = (actions: Pairing["allowed_actions"]) =>
  ({
    ...recorded,
    allowed_actions: actions,
    mirror: { ...recorded.mirror, line: { ...recorded.mirror.line, lines_met: "coordinator_is_asked" } },
  }) as Pairing;

it("names the fact and not who moved, and offers both ways", async () => {
  const sent = answers("put", `/api/pairings/${recorded.id}/closure`, recorded);
  const { user } = await render(
    <LinesMetCard pairing={met(["go_on_knowingly", "close"])} partner="Sofia Lind" />,
  );
  expect(await screen.findByText(/A change in the reporting lines has put you and Sofia Lind/)).toBeVisible();
  expect(screen.getByRole("button", { name: "I would go on, knowing this" })).toBeVisible();
  await user.click(screen.getByRole("button", { name: "Rather somebody else" }));
  expect(screen.getByText(/Nobody is told who said so/)).toBeVisible();
  expect(sent).toHaveLength(0);
  await user.click(screen.getAllByRole("button", { name: "Rather somebody else" }).at(-1) as HTMLElement);
  await vi.waitFor(() => expect(sent).toEqual([{ ending: "ended" }]));
});

it("leaves the way out open to whoever has said to go on", async () => {
  await render(<LinesMetCard pairing={met(["close"])} partner="Sofia Lind" />);
  expect(await screen.findByText(/You would go on/)).toBeVisible();
  expect(screen.queryByRole("button", { name: "I would go on, knowing this" })).toBeNull();
  expect(screen.getByRole("button", { name: "Rather somebody else" })).toBeVisible();
});

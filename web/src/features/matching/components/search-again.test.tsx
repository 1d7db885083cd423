import type { MatchRun } from "features/matching/api/match-runs";
import { SearchAgain } from "features/matching/components/search-again";
import { render, screen } from "testing/render";
import { example } from "testing/server";
import { expect, it, vi } from "vitest";

const run = example<MatchRun>("match-runs/match_run");
const nothing = () => undefined;

it("keeps the pairs of the draft unless asked otherwise, and no more of them change than said", async () => {
  const search = vi.fn();
  const { user } = await render(<SearchAgain open run={run} busy={false} onSearch={search} onNo={nothing} />);
  await user.click(await screen.findByRole("button", { name: "Find pairs" }));
  expect(search).toHaveBeenLastCalledWith({});
  await user.type(screen.getByLabelText("At most so many of them may be given up"), "3");
  await user.click(screen.getByRole("button", { name: "Find pairs" }));
  expect(search).toHaveBeenLastCalledWith({ most_moves: 3 });
  await user.click(screen.getByRole("radio", { name: /anew/ }));
  expect(screen.queryByLabelText("At most so many of them may be given up")).toBeNull();
  await user.click(screen.getByRole("button", { name: "Find pairs" }));
  expect(search).toHaveBeenLastCalledWith(undefined);
});

it("offers no bound where none can be kept", async () => {
  await render(
    <SearchAgain open run={{ ...run, objective: "stable" }} busy={false} onSearch={nothing} onNo={nothing} />,
  );
  expect(await screen.findByRole("radio", { name: /Keep as many/ })).toBeChecked();
  expect(screen.queryByLabelText("At most so many of them may be given up")).toBeNull();
});

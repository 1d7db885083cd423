import { waitFor, within } from "@testing-library/react";
import type { MatchRun } from "features/matching/api/match-runs";
import { PublicationCard } from "features/matching/components/publication-card";
import { render, screen } from "testing/render";
import { answers, example, refuses } from "testing/server";
import { expect, it } from "vitest";

const recorded = example<MatchRun>("match-runs/match_run");
const waiting: MatchRun = {
  ...recorded,
  state: "sending",
  publication: {
    state: "waiting",
    started_at: "2026-11-22T09:00:00Z",
    started_by: "Jo Byrne",
    sends_at: "2026-11-22T10:00:00Z",
    trouble: null,
  },
  allowed_actions: ["undo", "send_now"],
};

it("says who published, until when it can be undone, and undoes it with one press", async () => {
  const undone = answers("delete", `/api/match-runs/${recorded.id}/publication`, recorded);
  const { user } = await render(
    <main id="page" tabIndex={-1}>
      <PublicationCard run={waiting} />
    </main>,
  );
  expect(await screen.findByText(/^Jo Byrne published .* on November 22, 2026 at .* nobody/)).toBeVisible();
  await user.click(screen.getByRole("button", { name: "Undo" }));
  expect(undone).toHaveLength(1);
  await waitFor(() => expect(screen.getByRole("main")).toHaveFocus());
});

it("sends now, once that is confirmed", async () => {
  const sent = answers("put", `/api/match-runs/${recorded.id}/publication/sending`, recorded);
  const { user } = await render(<PublicationCard run={waiting} />);
  await user.click(await screen.findByRole("button", { name: "Send now" }));
  expect(sent).toHaveLength(0);
  await user.click(within(screen.getByRole("dialog")).getByRole("button", { name: "Send now" }));
  expect(sent).toHaveLength(1);
});

it("says what came in the way, beside the buttons", async () => {
  refuses("delete", `/api/match-runs/${recorded.id}/publication`, 409, "not_a_draft");
  const { user } = await render(<PublicationCard run={waiting} />);
  await user.click(await screen.findByRole("button", { name: "Undo" }));
  expect(await screen.findByRole("alert")).toHaveTextContent("no longer stands where that is possible");
});

it("says beforehand that it would not be sent", async () => {
  await render(<PublicationCard run={{ ...waiting, allowed_actions: ["undo"] }} />);
  expect(await screen.findByText(/As things stand they would not be sent/)).toBeVisible();
  expect(screen.queryByRole("button", { name: "Send now" })).toBeNull();
});

it("says why it was not sent", async () => {
  const publication = { ...waiting.publication, state: "not_sent", trouble: "run_outdated" };
  await render(<PublicationCard run={{ ...recorded, publication } as MatchRun} />);
  expect(
    await screen.findByText(/They were not\. People, reporting lines or rules have changed/),
  ).toBeVisible();
  expect(screen.queryByRole("button")).toBeNull();
});

it("is not there once everything is out", async () => {
  await render(<PublicationCard run={{ ...waiting, state: "published", allowed_actions: ["withdraw"] }} />);
  expect(screen.queryByRole("article")).toBeNull();
});

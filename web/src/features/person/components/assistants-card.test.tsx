import type { Delegations } from "features/person/api/delegations";
import { AssistantsCard } from "features/person/components/assistants-card";
import { render, screen } from "testing/render";
import { answers, refuses } from "testing/server";
import { expect, it, vi } from "vitest";

const kept: Delegations = {
  assistants: [{ id: "d1", name: "Tom Berg", since_on: "2026-11-23" }],
  principals: [],
};

it("names who keeps one's dates, and ends it", async () => {
  answers("get", "/api/delegations", kept);
  const sent = answers("delete", "/api/delegations/d1", { assistants: [], principals: [] });
  const { user } = await render(<AssistantsCard />);
  await user.click(await screen.findByRole("button", { name: "End it: Tom Berg no longer keeps my dates" }));
  await vi.waitFor(() => expect(sent).toHaveLength(1));
});

it("says beside the field when nobody has that name", async () => {
  answers("get", "/api/delegations", { assistants: [], principals: [] });
  refuses("post", "/api/delegations", 422, "invalid", [{ pointer: "/assistant", code: "yourself" }]);
  const { user } = await render(<AssistantsCard />);
  await user.type(await screen.findByRole("textbox", { name: "Who" }), "me");
  await user.click(screen.getByRole("button", { name: "Let them keep my dates" }));
  expect(await screen.findByText("That is you.")).toBeVisible();
});

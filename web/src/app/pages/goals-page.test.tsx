import { GoalsPage } from "app/pages/goals-page";
import { rememberSignedIn } from "features/signin/api/signed-in-here";
import { render, screen } from "testing/render";
import { answers, example } from "testing/server";
import { describe, expect, it } from "vitest";

const pairing = example<{ id: string }>("pairings/pairing");

async function open(kept_until: string) {
  answers("get", `/api/pairings/${pairing.id}`, pairing);
  answers("get", `/api/pairings/${pairing.id}/goals`, {
    side: "mentor",
    goals: [],
    ladder: { topics: [], own: [], partner_topics: [], partner: [] },
    targets: { own: ["Ask first"], partner: [], echo_on: "2020-01-01", echo: null, kept_until },
    may_change: false,
  });
  rememberSignedIn(true);
  answers("get", "/api/session", { ...example<object>("session/my_session"), now: "2026-11-23T10:00:00Z" });
  await render(<GoalsPage />, `/pair/${pairing.id}/goals`, "/pair/$pairing_id/goals");
}

describe("what became of the targets", () => {
  it("is asked while what the two wrote is kept", async () => {
    await open("2999-01-01");
    expect(await screen.findByRole("heading", { name: "Ninety days later" })).toBeVisible();
  });

  it("is not asked any more once it is deleted", async () => {
    await open("2020-04-01");
    expect(await screen.findByText(/was kept until April 1, 2020/)).toBeVisible();
    expect(screen.queryByRole("heading", { name: "Ninety days later" })).toBeNull();
    expect(screen.queryByRole("heading", { name: "What stays" })).toBeNull();
  });
});

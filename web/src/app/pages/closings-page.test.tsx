import { ClosingsPage } from "app/pages/closings-page";
import { ProgrammeClosingPage } from "app/pages/programme-closing-page";
import { render, screen } from "testing/render";
import { answers, example, refuses } from "testing/server";
import { describe, expect, it } from "vitest";

const closing = example<{ closes_on: string }>("closings/closing");

describe("the end of a programme", () => {
  it("tells whoever takes part the last day, what becomes of what they wrote, and where their file is", async () => {
    const mine = example<{ items: { programme_id: string }[] }>("closings/mine");
    answers("get", "/api/my-closings", mine);
    const pairing = example<object>("pairings/pairing");
    answers("get", "/api/pairings", {
      items: [{ ...pairing, programme_id: mine.items[0]?.programme_id }],
    });
    await render(<ClosingsPage />);

    expect(await screen.findByRole("heading", { name: /The last day of .* is June 30, 2027/ })).toBeVisible();
    expect(
      screen.getByText(/On December 28, 2027 .* messages with their files, agendas, notes/),
    ).toBeVisible();
    expect(screen.getByText("The noon queue is half as long")).toBeVisible();
    expect(await screen.findByRole("link", { name: /^Download with all files/ })).toHaveAttribute(
      "href",
      expect.stringMatching(/export\?format=zip$/),
    );
    expect(await screen.findByRole("link", { name: /^Download to read/ })).toHaveAttribute(
      "href",
      expect.stringMatching(/export\?format=html$/),
    );
  });

  it("says beside the day that it is too soon", async () => {
    answers("get", "/api/programmes/p-1/closing", {
      ...closing,
      version: 0,
      closes_on: null,
      agreed_at: null,
    });
    answers("get", "/api/programmes/p-1/set-up", example("programmes/set_up"));
    refuses("put", "/api/programmes/p-1/closing", 422, "invalid", [
      { pointer: "/closes_on", code: "too_soon", params: { earliest: "2026-12-06" } },
    ]);
    const { user } = await render(
      <ProgrammeClosingPage />,
      "/programmes/p-1/closing",
      "/programmes/$programme_id/closing",
    );
    await user.type(await screen.findByLabelText("Last day"), "2026-11-30");
    await user.click(screen.getByRole("button", { name: "Announce it" }));
    expect(await screen.findByText("Everybody is told at least 14 days before.")).toBeVisible();
  });
});

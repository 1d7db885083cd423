import type { PairCare } from "features/care/api/pair-care";
import { HelpCard } from "features/care/components/help-card";
import { NudgeCard } from "features/care/components/nudge-card";
import { render, screen } from "testing/render";
import { answers } from "testing/server";
import { expect, it, vi } from "vitest";

const pair = "10000000-0000-4000-8000-000000000001";
const programme = "10000000-0000-4000-8000-000000000002";
const slots = ["2026-12-01T10:00", "2026-12-02T10:00", "2026-12-03T10:00"].map((starts_local) => ({
  starts_local,
  time_zone: "Europe/Paris",
  starts_at: `${starts_local}:00Z`,
}));
const nudged = (nudge: Partial<NonNullable<PairCare["nudge"]>>) =>
  ({
    nudge: {
      step: "one",
      sign: "changed",
      amount: 2,
      sent_on: "2026-11-30",
      channel: "video",
      slots,
      ...nudge,
    },
    would_like_help: false,
    has_stopped_nudges: false,
  }) satisfies PairCare;

it("never says who moved a date, brings three times, and says why it came", async () => {
  answers("get", `/api/pairings/${pair}/care`, nudged({}));
  const sent = answers("post", `/api/pairings/${pair}/meetings`, {}, 201);
  const { user } = await render(<NudgeCard pairingId={pair} />);
  expect(await screen.findByText("2 dates moved. Here are 3 that fit you both.")).toBeVisible();
  expect(document.body.textContent).not.toMatch(/you (cancelled|moved)/i);
  expect(screen.getAllByRole("listitem")).toHaveLength(3);
  expect(screen.getByText(/You get this because dates did not stand/)).toBeVisible();
  await user.click(screen.getByRole("button", { name: "Propose these 3" }));
  await vi.waitFor(() =>
    expect(sent).toEqual([
      {
        minutes: 45,
        channel: "video",
        place: "",
        times: slots.map(({ starts_local, time_zone }) => ({ starts_local, time_zone })),
      },
    ]),
  );
});

it("keeps an answer to how it goes with whoever gives it", async () => {
  answers("get", `/api/pairings/${pair}/care`, nudged({ step: "asked", sign: null, amount: 0, slots: [] }));
  const away = answers("delete", `/api/pairings/${pair}/nudge`, nudged({}));
  const { user } = await render(<NudgeCard pairingId={pair} />);
  expect(await screen.findByText("How is it going?")).toBeVisible();
  await user.click(screen.getByRole("button", { name: "It is going well" }));
  await vi.waitFor(() => expect(away).toHaveLength(1));
});

it("lets somebody ask for help, and stop what reminds them", async () => {
  answers("get", `/api/pairings/${pair}/care`, nudged({}));
  answers("get", `/api/programmes/${programme}/sign-thresholds`, {}, 404);
  const wished = answers("put", `/api/pairings/${pair}/help-wish`, nudged({}));
  const stopped = answers("put", "/api/nudge-stop", { is_stopped: true });
  const { user } = await render(<HelpCard pairingId={pair} programmeId={programme} names="Jo Byrne" />);
  expect(await screen.findByText("Seen by Jo Byrne, not by your partner")).toBeVisible();
  await user.click(screen.getByRole("button", { name: "I would like help" }));
  await vi.waitFor(() => expect(wished).toHaveLength(1));
  await user.click(screen.getByRole("checkbox", { name: /Remind me/ }));
  await vi.waitFor(() => expect(stopped).toEqual([{ is_stopped: true }]));
});
